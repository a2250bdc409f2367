"""What calls for automations: an event of the bus, a step that is due, some leads of a daily segment.

One of them to an invocation, which Lambda itself makes again when it fails.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from twofold.automations.enrolments.enrolment import StepDue
from twofold.contracts import events
from twofold.contracts.errors import DomainError
from twofold.contracts.events import Envelope

from .observability import logger

Told = Mapping[str, str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """`hear` takes an event and `run` a step; both answer what came of it.

    `enter` takes campaign and automation, the segment's day and its leads, and answers how many entered.
    """

    hear: Callable[[Envelope], str]
    run: Callable[[StepDue], str]
    enter: Callable[[str, str, date, Sequence[str]], int]


class _Segment(msgspec.Struct, frozen=True):
    campaign_id: str
    automation_id: str
    day: date
    lead_ids: tuple[str, ...]


def do(event: dict[str, Any], engine: Engine) -> None:
    """Do what is called for: `detail` is an event, `due` a step, `enter` a segment's leads.

    What cannot succeed (DomainError) is done with; anything else is raised, tried again, and ends in the dead letters.
    """
    if "due" in event:
        _run(msgspec.convert(event["due"], StepDue), engine)
    elif "enter" in event:
        _enter(msgspec.convert(event["enter"], _Segment), engine)
    else:
        _hear(events.read(msgspec.json.encode(event["detail"])), engine)


def _hear(heard: Envelope, engine: Engine) -> None:
    outcome = _ended(lambda: engine.hear(heard))
    logger.info("heard", extra={"event_id": heard.id, "type": heard.type, "outcome": outcome})


def _run(due: StepDue, engine: Engine) -> None:
    outcome = _ended(lambda: engine.run(due))
    told: Told = {"lead_id": due.lead_id, "enrolment": due.key, "run": due.run, "revision": due.revision}
    logger.info("stepped", extra={**told, "outcome": outcome})


def _enter(found: _Segment, engine: Engine) -> None:
    outcome = _ended(lambda: engine.enter(found.campaign_id, found.automation_id, found.day, found.lead_ids))
    told: Told = {"automation": f"{found.campaign_id}/{found.automation_id}", "of": len(found.lead_ids)}
    logger.info("entered", extra={**told, "day": found.day.isoformat(), "outcome": outcome})


def _ended(deed: Callable[[], str | int]) -> str | int:
    try:
        return deed()
    except DomainError as error:
        return error.code
