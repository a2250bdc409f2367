"""What is true of a message."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from twofold.contracts.events import Envelope, EventData
from twofold.leads.phone import Phone
from twofold.ledger.record import Origin, record

VERIFICATION = "verification"
REQUESTED = "requested"

STALE_VERIFICATION = timedelta(seconds=60)
"""Nobody waits longer for a verification code; a late one only confuses."""

STALE_EVENT = timedelta(days=1)
"""Only events younger than this may lead to a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One text to one lead. `shown` is the text without its secrets, as it may be kept.

    `state`: planned (may be tried), claimed (being handed over), accepted, blocked (by `rule`), failed, unknown.
    """

    message_id: str
    message_class: str
    template: str
    lead_id: str
    origin: Origin
    shown: str
    parts: int
    planned_at: datetime
    state: str = "planned"
    rule: str | None = None
    provider: str | None = None
    provider_id: str | None = None

    def now(self, state: str, *, rule: str | None = None) -> Self:
        return replace(self, state=state, rule=rule)

    def told(self, data: EventData, at: datetime) -> Envelope:
        """The event that this happened to the message."""
        return record(
            data,
            subject=self.lead_id,
            version=1,
            at=at,
            origin=self.origin,
            cause=f"{self.message_id}|{data.type}",
        )


def message_id(cause: str, template: str) -> str:
    """The same for the same event and template, so that a retry is the same message."""
    return "msg_" + hashlib.sha256(f"{cause}|{template}".encode()).hexdigest()[:26]


@dataclass(frozen=True, slots=True)
class Sms:
    """A text ready to leave. Only the provider and the recipient ever see `text`."""

    to: Phone
    text: str
    message_class: str
