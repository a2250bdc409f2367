"""What became of what webhooks were told, and how they are told again."""

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType, field

from .base import Answer, Id, Instant, Request
from .paging import Page

EventId = Annotated[
    str, Meta(min_length=26, max_length=26, pattern=r"^[0-7][0-9A-HJKMNP-TV-Z]{25}$", description="a ULID")
]
DeliveryState = Literal["waiting", "delivered", "failed"]


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
