"""How an event gets its identity."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from twofold.contracts.events import Envelope, EventData
from twofold.contracts.instants import to_text

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a lead met us: carried by every event, so that each can be counted for campaign, asset and place."""

    campaign_id: str
    asset_id: str | None = None
    place: str | None = None


def event_id(at: datetime, cause: str) -> str:
    """26 characters that sort by time and are the same for the same cause.

    The layout is a ULID's (48 bits of milliseconds, 80 bits more, Crockford base32); the 80 bits come from the
    cause instead of chance, so that a retry makes the same event.
    """
    return _ulid(at, int.from_bytes(hashlib.sha256(cause.encode()).digest()[:10], "big"))


def first_id(at: datetime) -> str:
    """The lowest id that an event of this moment can have."""
    return _ulid(at, 0)


def moment(event_id: str) -> datetime:
    """When the event happened, as its id tells."""
    number = 0
    for character in event_id[:10]:
        number = number * 32 + _CROCKFORD.index(character)
    return datetime.fromtimestamp(number / 1000, UTC)


def _ulid(at: datetime, rest: int) -> str:
    number = round(at.timestamp() * 1000) << 80 | rest
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))


def record(
    data: EventData,
    *,
    subject: str,
    version: int,
    at: datetime,
    origin: Origin | None = None,
    cause: str | None = None,
    by: str = "live",
) -> Envelope:
    """The event that `data` happened to `subject`, as its state became `version`.

    `cause` names the state that changed where that is not the subject itself. Without an `origin` nobody met us, and it
    is counted for no campaign. `by`: live or import, of which the latter leads to no message.
    """
    return Envelope(
        id=event_id(at, f"{data.type}|{cause or subject}|{version}"),
        type=data.type,
        time=to_text(at),
        subject=subject,
        version=version,
        origin=by,
        campaign_id=origin.campaign_id if origin else None,
        asset_id=origin.asset_id if origin else None,
        place=origin.place if origin else None,
        data=data,
    )
