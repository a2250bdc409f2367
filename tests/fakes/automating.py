"""Ways through automations for the ports' own tests, with ids that no other test has."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.fakes.books import Books
from tests.fakes.made import ORIGIN, a_message, fresh
from twofold.automations.definition.steps import Send
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.enrolments.events import entered, exited, stepped
from twofold.automations.enrolments.step_done import StepDone
from twofold.messages.model import MARKETING, Message

AT = datetime(2026, 11, 22, 9, 30, 0, 123_000, tzinfo=UTC)
STEP = Send(id="day-7", template="reminder")


def a_way(lead_id: str | None = None, **fields: Any) -> Enrolment:
    """One that has just begun, about a code of its own."""
    way = Enrolment(
        lead_id=lead_id or fresh("lead"),
        campaign_id=ORIGIN.campaign_id,
        automation_id="unused-code",
        version=3,
        origin=ORIGIN,
        entered_at=AT,
        since=AT,
        entered_by="01KAJ0000000000000000EVENT",
        cause=fresh("BUF"),
        step="day-7",
        due_at=AT + timedelta(days=7),
    )
    return replace(way, **fields)


def begun(books: Books, lead_id: str | None = None, **fields: Any) -> Enrolment:
    way = a_way(lead_id, **fields)
    books.enrolments.enter(way, entered(way))
    return way


def behind(way: Enrolment, **fields: Any) -> Enrolment:
    """As it stands when its first step is done."""
    later = {"since": AT + timedelta(days=7), "due_at": AT + timedelta(days=21), "step": "day-21"}
    return way.next(**{**later, "done": (*way.done, "day-7"), **fields})


def over(way: Enrolment, reason: str = "redeemed") -> Enrolment:
    return way.ended(reason, AT + timedelta(days=8))


def end(books: Books, way: Enrolment, reason: str = "redeemed") -> Enrolment:
    after = over(way, reason)
    books.enrolments.end(after, exited(after, AT + timedelta(days=8)))
    return after


def done(after: Enrolment, *events: Any, **made: Any) -> StepDone:
    told = stepped(after, STEP, after.since)
    return StepDone(after=after, events=(*events, told), **made)


def a_text(way: Enrolment) -> Message:
    return a_message(
        way.lead_id,
        template="reminder",
        message_class=MARKETING,
        shown="",
        parts=0,
        planned_at=AT + timedelta(days=7),
        enrolment=f"{way.key}|{way.run}",
        holdout=5,
    )


def kinds(books: Books, lead_id: str) -> list[str]:
    """Of what happened on the lead's ways through automations, oldest first."""
    return [e.type for e in books.upkeep.timeline(lead_id) if e.type.startswith(("automation.", "message."))]
