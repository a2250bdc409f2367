"""Planned texts, as queues hand them over: marketing at most once, put off or not; an answer that was asked for."""

from typing import Any

from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.people import People, fresh_number
from tests.faults.planning import by_day, by_night, help_answer, marketing, plan
from tests.faults.platform import Handle, deliver
from twofold.contracts import events
from twofold.leads.phone import Phone
from twofold.messages.model import Message

TRIES = 5
SURELY = {"is throttled", "cannot connect", "meets another transaction"}
"""Faults after which nothing was done, so that the text goes when it is tried again."""


def _marketing(people: People) -> Scene:
    phone = fresh_number()
    people.lead(phone, zone=by_day())
    return _sent_once(people, phone, marketing(people, phone))


def _answer(people: People) -> Scene:
    phone = fresh_number()
    people.lead(phone)
    return _sent_once(people, phone, help_answer(people, phone))


def _sent_once(people: People, phone: Phone, message: Message) -> Scene:
    written = events.write(plan(people, message))

    def play(handle: Handle) -> bool:
        return deliver(handle, written, tries=TRIES)

    def judge(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "it ended among the dead letters"
        (row,) = found.messages
        assert row.state in ("accepted", "unknown"), row.state
        assert len(found.texts) <= 1, "a second text"
        assert len(found.texts) == 1 or row.state == "unknown", "accepted, and there is no text"
        if point is None or (point.fault.name in SURELY and not point.stays):
            assert len(found.texts) == 1, "no text, although none had left"

    return Scene(phone, play, judge)


def _deferred(people: People) -> Scene:
    """It is night where they are."""
    phone = fresh_number()
    people.lead(phone, zone=by_night())
    message = marketing(people, phone)
    written = events.write(plan(people, message))

    def play(handle: Handle) -> bool:
        return deliver(handle, written, tries=TRIES)

    def judge(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "it ended among the dead letters"
        (row,) = found.messages
        assert (row.state, int(row.deferrals or 0)) == ("deferred", 1)
        assert found.texts == []
        schedules = _schedules(people, message.message_id)
        assert len(schedules) == 1, f"{len(schedules)} schedules"
        assert schedules[0]["ScheduleExpression"] == f"at({row.due_at:%Y-%m-%dT%H:%M:%S})", (
            "it wakes at another moment"
        )

    return Scene(phone, play, judge)


def _schedules(people: People, message_id: str) -> list[dict[str, Any]]:
    """Of one text, and gone afterwards."""
    scheduler = people.process.twin.client("scheduler")
    names = [each["Name"] for each in scheduler.list_schedules(NamePrefix=message_id)["Schedules"]]
    found = [scheduler.get_schedule(Name=name) for name in names]
    for name in names:
        scheduler.delete_schedule(Name=name)
    return found


FLOWS = (
    Flow("marketing text", "send_messages", _marketing, 152),
    Flow("requested answer", "send_messages", _answer, 114),
    Flow("deferred text", "send_messages", _deferred, 110),
)
