"""What is true of a message."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Self

from twofold.contracts.events import Envelope, EventData
from twofold.leads.phone import Phone
from twofold.ledger.record import Origin, record

VERIFICATION = "verification"
REQUESTED = "requested"
STAFF = "staff"
MARKETING = "marketing"

CODE = "code"
"""The template of the text that tells a discount code."""

REFERRAL = "referral"
"""The template of the text that tells a lead what a friend of theirs has earned them."""

EARNED = frozenset({REFERRAL})
"""The templates of the texts that tell people of something they have earned."""

STALE_VERIFICATION = timedelta(seconds=60)
"""Nobody waits longer for a verification code; a late one only confuses."""

STALE_EVENT = timedelta(days=1)
"""Only events younger than this may lead to a message."""

RANK = {
    "planned": 0,
    "deferred": 0,
    "claimed": 1,
    "unknown": 2,
    "accepted": 3,
    "failed": 4,
    "delivered": 5,
    "blocked": 6,
    "received": 6,
}
"""A message only ever rises; a receipt that comes late finds it above and changes nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One text to one lead. `shown` is the text without its secrets, as it may be kept.

    `state`: planned (may be tried), deferred (until `due_at`), claimed (being handed over), accepted, blocked, failed,
    delivered, unknown; received, for an answer. `rule` made the verdict, `why` says it in a sentence.
    `price` is reserved, `billed` what the provider says it was: millionths of a US dollar, for all parts.
    `charged_at` is when that was reserved, `charged` of which budgets, by their rules.
    `counted_at` is when the message took its place under the lead's cap.
    `to` is the number where it is not the lead's own. `audience` names the automation or broadcast, `holdout` how many
    per cent of it get nothing (None: as the deployment has it), `enrolment` whose step the text is. `deferrals` counts.
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
    why: str | None = None
    provider: str | None = None
    provider_id: str | None = None
    to: Phone | None = None
    locale: str | None = None
    scope: str = MARKETING
    audience: str | None = None
    holdout: int | None = None
    enrolment: str | None = None
    fields: dict[str, str] = field(default_factory=dict)
    expires_at: datetime | None = None
    due_at: datetime | None = None
    deferrals: int = 0
    price: int = 0
    charged_at: datetime | None = None
    charged: tuple[str, ...] = ()
    counted_at: datetime | None = None
    billed: int | None = None
    review: str | None = None

    @property
    def at_least_once(self) -> bool:
        """Whether a second text is better than none: true of a discount code's, of no other."""
        return self.template == CODE

    @property
    def waits_for_room(self) -> bool:
        """Whether it waits for a place under the lead's cap: what somebody has earned, and what is a step of many."""
        return self.template in EARNED or self.enrolment is not None

    @property
    def named(self) -> dict[str, str]:
        """What every event of a message says of it."""
        return {
            "message_id": self.message_id,
            "message_class": self.message_class,
            "template": self.template,
        }

    def now(self, state: str, *, rule: str | None = None, why: str | None = None) -> Self:
        return replace(self, state=state, rule=rule, why=why)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sms:
    """A text ready to leave. Only the provider and the recipient ever see `text`.

    `price` is the most that one part may cost, in millionths of a US dollar; `lifetime` the seconds after which the
    text is of no use to anyone. `until`, where it is known, is the last moment to hand it to one more provider.
    """

    to: Phone
    text: str
    message_class: str
    message_id: str
    price: int
    lifetime: int
    until: datetime | None = None
