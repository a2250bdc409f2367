"""The events of a lead's way through an automation."""

from datetime import datetime
from typing import Any

from twofold.automations.definition.steps import AnyStep
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.contracts.events import (
    AutomationEntered,
    AutomationExited,
    AutomationStepped,
    Envelope,
    EventData,
)
from twofold.contracts.instants import to_second
from twofold.ledger.record import record


def entered(enrolment: Enrolment) -> Envelope:
    data = AutomationEntered(
        **_named(enrolment),
        holdout=enrolment.state == "held_out",
        cause=enrolment.cause or None,
        due_at=_due(enrolment),
    )
    return _event(enrolment, data, enrolment.entered_at)


def stepped(after: Enrolment, step: AnyStep, at: datetime, *, done: bool = True, **made: Any) -> Envelope:
    """`made` is what else `AutomationStepped` has: the message, its template and variant, a code, a note."""
    data = AutomationStepped(
        **_named(after), step=step.id, kind=kind_of(step), done=done, due_at=_due(after), **made
    )
    return _event(after, data, at, step.id)


def exited(after: Enrolment, at: datetime) -> Envelope:
    data = AutomationExited(**_named(after), reason=after.exit or "", steps=len(after.done))
    return _event(after, data, at)


def kind_of(step: AnyStep) -> str:
    """`send`, `issue_code`, …: as the marketer's file calls it."""
    return str(type(step).__struct_config__.tag)


def _named(enrolment: Enrolment) -> dict[str, Any]:
    return {
        "automation_id": enrolment.automation_id,
        "automation_version": enrolment.version,
        "enrolment_id": enrolment.enrolment_id,
    }


def _due(enrolment: Enrolment) -> str | None:
    return to_second(enrolment.due_at) if enrolment.due_at else None


def _event(enrolment: Enrolment, data: EventData, at: datetime, part: str = "") -> Envelope:
    return record(
        data,
        subject=enrolment.lead_id,
        version=enrolment.revision,
        at=at,
        origin=enrolment.origin,
        cause=f"{enrolment.enrolment_id}|{part}",
    )
