"""What calls for automations, and what is made of it: an event, a step that is due, some leads of a segment."""

import io
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec
import pytest

from tests.fakes import sample_events
from twofold.automations.enrolments.enrolment import StepDue
from twofold.contracts.errors import NotFound, Unavailable
from twofold.entrypoints import automations
from twofold.entrypoints.automations import Engine
from twofold.entrypoints.observability import logger

DUE = StepDue(lead_id="lead-1", key="buffet-20#unused-code#CODE", run=2, revision=3)
SEGMENT = {
    "campaign_id": "buffet-20",
    "automation_id": "win-back",
    "day": "2026-11-22",
    "lead_ids": ["lead-1", "lead-2"],
}


@dataclass
class Called:
    """Writes down what it was called with, and answers or raises what it is told to."""

    outcome: Any = "done"
    calls: list[tuple[Any, ...]] = field(default_factory=list)

    def __call__(self, *given: Any) -> Any:
        self.calls.append(given)
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    @property
    def engine(self) -> Engine:
        return Engine(hear=self, run=self, enter=self)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    (handler,) = logger.handlers
    assert isinstance(handler, logging.StreamHandler)
    written = io.StringIO()
    before = handler.setStream(written)
    yield written
    handler.setStream(before)


def _told(log: io.StringIO) -> dict[str, Any]:
    (line,) = log.getvalue().splitlines()
    return dict(json.loads(line))


def test_an_event_of_the_bus_is_heard(log):
    called, event = Called(outcome="welcome entered"), sample_events.read("bus/code.issued.v1")
    automations.do(event, called.engine)
    ((heard,),) = called.calls
    assert (heard.id, heard.type) == (event["detail"]["id"], "code.issued.v1")
    told = _told(log)
    assert (told["message"], told["type"], told["outcome"]) == ("heard", "code.issued.v1", "welcome entered")


def test_a_step_that_is_due_is_done(log):
    called = Called(outcome="send")
    automations.do({"due": msgspec.to_builtins(DUE)}, called.engine)
    assert called.calls == [(DUE,)]
    told = _told(log)
    assert (told["message"], told["enrolment"], told["outcome"]) == ("stepped", DUE.key, "send")


def test_leads_of_a_daily_segment_enter(log):
    called = Called(outcome=2)
    automations.do({"enter": SEGMENT}, called.engine)
    assert called.calls == [("buffet-20", "win-back", date(2026, 11, 22), ("lead-1", "lead-2"))]
    told = _told(log)
    assert (told["automation"], told["of"], told["outcome"]) == ("buffet-20/win-back", 2, 2)


CALLS = [
    sample_events.read("bus/code.issued.v1"),
    {"due": msgspec.to_builtins(DUE)},
    {"enter": SEGMENT},
]


@pytest.mark.parametrize("call", CALLS)
def test_what_cannot_succeed_is_done_with_and_its_reason_is_logged(call, log):
    called = Called(outcome=NotFound("There is no such campaign.", code="campaign_not_found"))
    automations.do(call, called.engine)
    assert _told(log)["outcome"] == "campaign_not_found"


@pytest.mark.parametrize("call", CALLS)
def test_what_may_go_well_later_is_handed_back_to_lambda(call, log):
    called = Called(outcome=Unavailable("The table did not answer."))
    with pytest.raises(Unavailable):
        automations.do(call, called.engine)
    assert not log.getvalue()


@pytest.mark.parametrize(
    "call", [{}, {"detail": {}}, {"due": {"lead_id": "lead-1"}}, {"enter": {**SEGMENT, "day": "today"}}]
)
def test_a_call_that_says_nothing_we_know_ends_among_the_dead_letters(call):
    called = Called()
    with pytest.raises((KeyError, msgspec.ValidationError)):
        automations.do(call, called.engine)
    assert called.calls == []
