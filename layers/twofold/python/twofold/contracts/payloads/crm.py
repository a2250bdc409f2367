"""What CRMs tell in their own words, and what became of it."""

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from .base import Answer, Short

MOST_CHANGES = 100
"""In one request: what HubSpot sends at a time at the most."""

_Number = Annotated[int, Meta(ge=0, le=2**53)]


class HubSpotChange(Struct, frozen=True, kw_only=True, rename="camel"):
    """One event of HubSpot's webhooks, as far as we read it; what else stands in it is left alone.

    https://developers.hubspot.com/docs/api-reference/webhooks-webhooks-v3 (read November 2026): `occurredAt` is in
    milliseconds; a `contact.propertyChange` has a name and a value, empty when it was cleared. `changeSource` is
    INTEGRATION where an app made the change, and `sourceId` then says which.
    """

    subscription_type: Short
    object_id: _Number
    occurred_at: Annotated[int, Meta(ge=0, lt=10**14)]
    portal_id: _Number = 0
    app_id: _Number | None = None
    property_name: Annotated[str, Meta(max_length=200)] | None = None
    property_value: Annotated[str, Meta(max_length=65_536)] | None = None
    change_source: Annotated[str, Meta(max_length=100)] | None = None
    source_id: Annotated[str, Meta(max_length=200)] | None = None
    object_type_id: Annotated[str, Meta(max_length=100)] | None = None


FlatRecord = dict[str, Any]
"""A Lead of Salesforce or a profile of Klaviyo, its fields side by side by their own names (docs/crm/)."""


class NotTakenOver(Answer, frozen=True):
    """`field` by our name; `reason` is final, `detail` is for people."""

    field: str
    reason: str
    detail: str


class CrmItem(Answer, frozen=True):
    """What became of one change. `changed` by our names; `ignored` counts fields that are in no mapping.

    `reason` is own_echo where we had made the change ourselves, learned where we learned whom an id stands for.
    """

    result: Literal["applied", "unchanged", "stale", "unknown_lead", "refused"]
    lead_id: str | UnsetType = UNSET
    changed: list[str] | UnsetType = UNSET
    refused: list[NotTakenOver] | UnsetType = UNSET
    reason: str | UnsetType = UNSET
    ignored: int = 0


class CrmChangesTaken(Answer, frozen=True):
    """One item for each change, in their order."""

    items: list[CrmItem]
