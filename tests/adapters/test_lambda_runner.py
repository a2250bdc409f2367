"""Work is handed to the function that does the steps, and whoever hands it over does not wait."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from botocore.stub import Stubber

from tests.fakes.aws import FakeAws
from twofold.adapters.lambda_runner import LambdaStepRunner
from twofold.automations.definition.automation import Automation, Daily
from twofold.automations.enrolments.enrolment import StepDue
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import RunnerSettings

DUE = StepDue(lead_id="lead_1", key="buffet-20#cart#c-1", run=1, revision=2)
QUIET = Automation(
    automation_id="re-engage",
    campaign_id="buffet-20",
    name="Come back",
    trigger=Daily(quiet_days=60),
    steps=(),
)


class Handed:
    """Takes what an invocation carries for whatever it is, and keeps it."""

    def __init__(self) -> None:
        self.payloads: list[Any] = []

    def __eq__(self, payload: object) -> bool:
        assert isinstance(payload, bytes)
        self.payloads.append(json.loads(payload))
        return True

    __hash__ = None  # type: ignore[assignment]


@pytest.fixture
def runner(aws: FakeAws) -> LambdaStepRunner:
    return LambdaStepRunner(RunnerSettings(function="steps"))


@pytest.fixture
def handed(runner: LambdaStepRunner) -> Iterator[Handed]:
    handed = Handed()
    with Stubber(runner._client) as function:
        asked = {"FunctionName": "steps", "InvocationType": "Event", "Payload": handed}
        function.add_response("invoke", {"StatusCode": 202}, asked)
        yield handed
        function.assert_no_pending_responses()


def test_a_step_that_is_due_is_handed_over(runner: LambdaStepRunner, handed: Handed):
    runner.run(DUE)
    due = {"lead_id": "lead_1", "key": "buffet-20#cart#c-1", "run": 1, "revision": 2}
    assert handed.payloads[-1] == {"due": due}


def test_leads_of_a_segment_are_handed_over_together(runner: LambdaStepRunner, handed: Handed):
    runner.enter(QUIET, date(2026, 11, 22), ("lead_1", "lead_2"))
    assert handed.payloads[-1] == {
        "enter": {
            "campaign_id": "buffet-20",
            "automation_id": "re-engage",
            "day": "2026-11-22",
            "lead_ids": ["lead_1", "lead_2"],
        }
    }


@pytest.mark.parametrize("code", ["TooManyRequestsException", "ServiceException", "AccessDeniedException"])
def test_a_function_that_does_not_take_it_is_unavailable(runner: LambdaStepRunner, code: str):
    with Stubber(runner._client) as function:
        function.add_client_error("invoke", code)
        with pytest.raises(Unavailable):
            runner.run(DUE)


def test_so_is_one_that_cannot_be_reached(aws: FakeAws, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(Unavailable):
        LambdaStepRunner(RunnerSettings(function="steps")).run(DUE)
