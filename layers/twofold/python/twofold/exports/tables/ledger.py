"""The ledger: everything that happened, in its order. docs/events.md says what `data` holds for each type."""

from datetime import datetime

import msgspec

from twofold.contracts.events import Envelope
from twofold.contracts.instants import from_text
from twofold.exports.columns import Row, columns

COLUMNS = columns(
    "event_id type time:instant subject version:integer origin campaign_id asset_id place data:object"
)


def about(event: Envelope) -> tuple[datetime | None, str | None]:
    return from_text(event.time), event.campaign_id


def row(event: Envelope) -> Row | None:
    return (
        event.id,
        event.type,
        from_text(event.time),
        event.subject,
        event.version,
        event.origin,
        event.campaign_id,
        event.asset_id,
        event.place,
        msgspec.to_builtins(event.data),
    )
