"""Webhooks: who is told what, and what became of it."""

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType, field

from .base import Answer, Id, Instant, Request, Short, Url
from .paging import Page

Pattern = Annotated[
    str,
    Meta(min_length=1, max_length=64, description="an event's name, `lead.*` for all of a kind, or `*`"),
]
Patterns = Annotated[tuple[Pattern, ...], Meta(min_length=1, max_length=60)]
Headers = Annotated[
    dict[
        Annotated[str, Meta(min_length=1, max_length=64)], Annotated[str, Meta(min_length=1, max_length=2048)]
    ],
    Meta(max_length=20, description="sent with each delivery, and shown to nobody"),
]
InTheirWords = Annotated[dict[str, Any], Meta(max_length=20, description="a CRM's own words; docs/crm.md")]
EventId = Annotated[
    str, Meta(min_length=26, max_length=26, pattern=r"^[0-7][0-9A-HJKMNP-TV-Z]{25}$", description="a ULID")
]
Running = Literal["active", "paused"]
DeliveryState = Literal["waiting", "delivered", "failed"]


class WebhookRequest(Request, frozen=True):
    """Whom to tell what. `contact`: also the number and what else is known of the lead; asks for leads:read.

    `system` is who hears, such as hubspot; it is not told what it told us. Without it, it is the key's.
    """

    url: Url
    events: Patterns
    contact: bool = False
    system: Id | None = None
    description: Short | None = None
    mapping: InTheirWords | None = None
    headers: Headers | None = None
    state: Running = "active"


class WebhookChange(Request, frozen=True):
    """What is to be otherwise; null takes something away. A disabled webhook goes on when it is active again."""

    url: Url | UnsetType = UNSET
    events: Patterns | UnsetType = UNSET
    contact: bool | UnsetType = UNSET
    system: Id | UnsetType | None = UNSET
    description: Short | UnsetType | None = UNSET
    mapping: InTheirWords | UnsetType | None = UNSET
    headers: Headers | UnsetType | None = UNSET
    state: Running | UnsetType = UNSET


class WebhookHealth(Answer, frozen=True):
    """`failures` in a row; `resting_until`: nothing is tried before. `last_error`: why the last one did not arrive."""

    failures: int
    failing_since: str | UnsetType = UNSET
    resting_until: str | UnsetType = UNSET
    last_arrived_at: str | UnsetType = UNSET
    last_failed_at: str | UnsetType = UNSET
    last_error: str | UnsetType = UNSET


class Webhook(Answer, frozen=True):
    """`state` is active, paused or disabled (`reason`: gone or failing). `secret` is told once, when it is new.

    `rotating_until`: so long a secret before it signs, too. Of the headers, only the names are told.
    """

    webhook_id: str
    url: str
    events: tuple[str, ...]
    state: str
    contact: bool
    version: int
    created_at: str
    health: WebhookHealth
    system: str | UnsetType = UNSET
    description: str | UnsetType = UNSET
    mapping: dict[str, Any] | UnsetType = UNSET
    header_names: tuple[str, ...] | UnsetType = UNSET
    reason: str | UnsetType = UNSET
    changed_at: str | UnsetType = UNSET
    rotating_until: str | UnsetType = UNSET
    secret: str | UnsetType = UNSET


class Webhooks(Answer, frozen=True):
    """All there are, oldest first."""

    webhooks: tuple[Webhook, ...]


class WebhookTried(Answer, frozen=True):
    """What came of a test: the status and the answer, or the error that there was instead; `ms` it took.

    Numbers in an answer are masked. With neither status nor error, its mapping has no words for a test.
    """

    event_id: str
    arrived: bool
    ms: int
    status: int | UnsetType = UNSET
    error: str | UnsetType = UNSET
    answer: str | UnsetType = UNSET


class DeliveryAttempt(Answer, frozen=True):
    """As in a test; `at` is when it began."""

    at: str
    ms: int
    status: int | UnsetType = UNSET
    error: str | UnsetType = UNSET
    answer: str | UnsetType = UNSET


class WebhookDelivery(Answer, frozen=True):
    """`state` is waiting (`due_at`: the next attempt, or later), delivered or failed.

    `attempts` since it was last asked for, at `asked_at`; `replays`: how often it was asked for again. `tries` are the
    latest ones. `event` is what was told, without the contact, which is not kept.
    """

    event_id: str
    type: str
    state: str
    attempts: int
    replays: int
    asked_at: str
    tries: tuple[DeliveryAttempt, ...]
    due_at: str | UnsetType = UNSET
    event: dict[str, Any] | UnsetType = UNSET


class WebhookDeliveries(Page, frozen=True):
    """Those of the newest events first."""

    deliveries: tuple[WebhookDelivery, ...]


class ReplayRequest(Request, frozen=True):
    """One of these: events by their ids; all that happened from `from` on and before `to`; all of a subject.

    Only what the webhook's patterns fit is told again, under the same webhook-id as before.
    """

    event_ids: Annotated[tuple[EventId, ...], Meta(min_length=1, max_length=100)] | None = None
    since: Instant | None = field(default=None, name="from")
    until: Instant | None = field(default=None, name="to")
    subject: Id | None = None


class ReplayBegun(Answer, frozen=True):
    """Of single events: how many will be told again, and which of them are `unknown`, or not for this webhook."""

    webhook_id: str
    events: int | UnsetType = UNSET
    unknown: tuple[str, ...] | UnsetType = UNSET
