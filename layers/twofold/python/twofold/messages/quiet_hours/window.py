"""Whether a marketing text may go now, and when it may if not. Other messages do not ask."""

from dataclasses import dataclass
from datetime import UTC, datetime

from .brand import DEFAULT, BrandHours
from .clock import first_allowed
from .hours import HORIZON, Row
from .places import NoLegalMoment, Place, Recipient, places


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """When a text may go. `rule` and `why` name the strictest row that forbade it, and are empty if none did.

    `at` is in UTC. Asked again at `at`, the answer is `at`: what was put off once goes then, and once.
    """

    at: datetime
    rule: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Wait:
    until: datetime
    place: Place
    row: Row


def allowed(recipient: Recipient, at: datetime, brand: BrandHours = DEFAULT) -> bool:
    """Whether every row allows it by the wall clock of every place the recipient may be in. Raises NoLegalMoment."""
    return all(
        row.allows(at.astimezone(place.zone)) for place in places(recipient, brand) for row in place.rows
    )


def next_moment(recipient: Recipient, at: datetime, brand: BrandHours = DEFAULT) -> Opening:
    """The first moment from `at` on at which a text is allowed; `at` itself when it is now.

    `at` carries its zone. Raises NoLegalMoment when there is none within 14 days; with the rows as they are
    shipped, that takes a country that lies in no zone or a brand with hours of its own.
    """
    at = at.astimezone(UTC)
    candidates = places(recipient, brand)
    waits = _waits(candidates, at, at + HORIZON)
    if not waits:
        return Opening(at=at)
    strictest = max(waits, key=lambda wait: (wait.until, wait.row.id != "brand"))
    moment = strictest.until
    while more := _waits(candidates, moment, at + HORIZON):
        moment = max(wait.until for wait in more)
    why = strictest.row.why(at.astimezone(strictest.place.zone))
    return Opening(at=moment, rule=f"quiet_hours:{strictest.row.id}", why=why)


def _waits(candidates: tuple[Place, ...], at: datetime, end: datetime) -> list[_Wait]:
    """How long each row that forbids this moment would forbid it, if it were alone."""
    waits = []
    for place in candidates:
        for row in place.rows:
            until = first_allowed(row, place.zone, at, end)
            if until is None or until > end:
                raise NoLegalMoment(
                    "No moment within 14 days is allowed in every place the recipient may be in."
                )
            if until > at:
                waits.append(_Wait(until, place, row))
    return waits
