"""Webhooks: who is told what, and what became of it."""

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType

from .base import Answer, Id, Request, Short, Url

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
Running = Literal["active", "paused"]


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
