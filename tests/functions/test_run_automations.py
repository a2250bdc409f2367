"""Automations, as the bus, a schedule and the sweeper call for them."""

import io
import json
from collections.abc import Iterator
from datetime import time, timedelta
from typing import Any

import boto3
import msgspec
import pytest
from msgspec import json as wire

from tests.fakes import sample_events
from tests.fakes.aws import FakeAws
from tests.fakes.samples import BUFFET
from tests.fakes.tables import SETTINGS
from tests.functions.booted import SCHEDULES, STEPS, booted
from tests.functions.conftest import Boot
from tests.functions.house import House
from twofold.adapters.dynamodb.automations import DynamoAutomations
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.enrolments import DynamoEnrolmentBook
from twofold.adapters.session import session
from twofold.automations.definition.automation import Automation, Daily, On
from twofold.automations.definition.steps import Tag, Wait
from twofold.automations.enrolments.enrolment import Enrolment, due_of
from twofold.automations.presets import presets
from twofold.contracts.events import CampaignChanged
from twofold.contracts.instants import now, to_text
from twofold.ledger.record import record

TAGGED = Tag(id="tag", add=("seen",))


def save(automation: Automation) -> None:
    changed = CampaignChanged(changed=(automation.automation_id,))
    event = record(changed, subject=automation.campaign_id, version=1, at=now())
    DynamoAutomations(connect(SETTINGS)).save(automation, event)


def on_a_code(*steps: Any) -> Automation:
    return Automation(
        automation_id="on-a-code",
        campaign_id=BUFFET.campaign_id,
        name="On a code",
        trigger=On(event="code.issued"),
        steps=steps,
        holdout=0,
    )


def bring(house: House, kind: str) -> None:
    """Each event of that type, as the rule hands it over."""
    sample = sample_events.read(f"bus/{kind}")
    for row in house.ledger():
        if row["type"] == kind:
            house.boot("run_automations")({**sample, "detail": wire.decode(row["event"])})


def enrolled(house: House) -> list[Enrolment]:
    return list(DynamoEnrolmentBook(connect(SETTINGS)).of_lead(house.lead_id()))


def schedules(house: House) -> dict[str, dict[str, Any]]:
    scheduler = boto3.client("scheduler", **house.aws.client)
    group = SCHEDULES.group
    names = [each["Name"] for each in scheduler.list_schedules(GroupName=group)["Schedules"]]
    return {name: scheduler.get_schedule(GroupName=group, Name=name) for name in names}


def outcome(log: io.StringIO) -> Any:
    return json.loads(log.getvalue().splitlines()[-1])["outcome"]


@pytest.fixture
def boot(server: FakeAws) -> Iterator[Boot]:
    """Each test starts its functions anew, for they remember automations for some seconds, and versions for longer."""
    with booted(server) as start:
        yield start
    session.cache_clear()


@pytest.fixture
def calm(house: House) -> House:
    """A lead who has their code, in a campaign whose automations are yet to be saved."""
    scheduler = boto3.client("scheduler", **house.aws.client)
    for name in schedules(house):
        scheduler.delete_schedule(GroupName=SCHEDULES.group, Name=name)
    house.boot("run_automations")
    house.confirmed()
    return house


def test_a_code_sets_the_reminders_off_and_a_schedule_wakes_the_first(calm: House):
    (reminders,) = [each for each in presets(BUFFET.campaign_id) if each.preset == "unused-code"]
    save(msgspec.structs.replace(reminders, holdout=0))
    bring(calm, "code.issued.v1")
    (enrolment,) = enrolled(calm)
    (name, schedule), *others = schedules(calm).items()
    assert (name, others) == (enrolment.schedule, [])
    target = schedule["Target"]
    assert (target["Arn"], target["RoleArn"]) == (STEPS.target, STEPS.role)
    assert target["DeadLetterConfig"] == {"Arn": STEPS.dead_letters}
    assert json.loads(target["Input"]) == {"due": msgspec.to_builtins(due_of(enrolment))}
    assert schedule["ActionAfterCompletion"] == "DELETE"


def test_what_the_schedule_brings_is_done_once(calm: House, log: io.StringIO):
    save(on_a_code(TAGGED))
    bring(calm, "code.issued.v1")
    ((_, schedule),) = schedules(calm).items()
    brought = json.loads(schedule["Target"]["Input"])
    for told in ("tag", "seen"):
        calm.boot("run_automations")(brought)
        assert outcome(log) == told
    assert calm.lead().tags == ("seen",)
    assert [each.exit for each in enrolled(calm)] == ["finished"]


def test_who_leaves_is_out_of_all_they_were_in_and_their_schedules_are_gone(calm: House, log: io.StringIO):
    save(on_a_code(Wait(days=1), TAGGED))
    bring(calm, "code.issued.v1")
    left = sample_events.read("bus/lead.opted_out.v1")
    own = {"subject": calm.lead_id(), "campaign_id": BUFFET.campaign_id, "time": to_text(now())}
    left["detail"] |= own
    calm.boot("run_automations")(left)
    assert outcome(log) == "1 ended"
    assert [each.exit for each in enrolled(calm)] == ["opted_out"]
    assert schedules(calm) == {}


def test_a_campaign_that_is_gone_is_no_failure(calm: House, log: io.StringIO):
    save(msgspec.structs.replace(on_a_code(TAGGED), campaign_id="gone"))
    event = sample_events.read("bus/code.issued.v1")
    event["detail"] |= {"subject": calm.lead_id(), "campaign_id": "gone", "time": to_text(now())}
    calm.boot("run_automations")(event)
    assert outcome(log) == "campaign_not_found"


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the sweeper hands over: moto runs no functions."""
    given: list[dict[str, Any]] = []
    runner = "twofold.adapters.lambda_runner.LambdaStepRunner._call"
    monkeypatch.setattr(runner, lambda _, work: given.append(wire.decode(wire.encode(work))))
    return given


def test_the_sweeper_hands_over_what_nobody_woke(
    calm: House, handed: list[dict[str, Any]], log: io.StringIO, monkeypatch: pytest.MonkeyPatch
):
    save(on_a_code(TAGGED))
    late = now() - timedelta(hours=1)
    monkeypatch.setattr("twofold.automations.running.timing.Timing.open", lambda *_: late)
    bring(calm, "code.issued.v1")
    swept = calm.boot("sweep_overdue")({})
    assert (swept["stepped"], swept["found_quiet"]) == (1, 0)
    assert handed == [{"due": msgspec.to_builtins(due_of(*enrolled(calm)))}]
    calm.boot("run_automations")(*handed)
    assert outcome(log) == "tag"


def test_the_sweeper_hands_over_who_has_fallen_quiet_and_they_enter(
    calm: House, handed: list[dict[str, Any]], log: io.StringIO, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("twofold.automations.entering.find_segments.FROM", time(0))
    save(msgspec.structs.replace(on_a_code(TAGGED), trigger=Daily(quiet_days=0)))
    for found in (1, 0):
        assert calm.boot("sweep_overdue")({})["found_quiet"] == found
    calm.boot("run_automations")(*handed)
    assert outcome(log) == 1
    assert [each.state for each in enrolled(calm)] == ["running"]


def test_an_answer_to_no_question_of_ours_tags_nobody(calm: House, log: io.StringIO):
    answered = sample_events.read("bus/message.received.v1")
    answered["detail"] |= {"subject": calm.lead_id(), "time": to_text(now())}
    answered["detail"]["data"]["intent"] = "other"
    calm.boot("run_automations")(answered)
    assert (outcome(log), calm.lead().tags) == ("nothing", ())
