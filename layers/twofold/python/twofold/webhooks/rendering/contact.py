"""Who a lead is, as webhooks tell it."""

from collections.abc import Mapping

from msgspec import Struct


class Contact(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who a lead is, as it stands when a webhook is told: never kept with the delivery.

    `phone` is E.164, `version` that of the lead: who tells us of a change says which one they had seen.
    """

    lead_id: str
    phone: str
    status: str
    stage: str
    consents: tuple[str, ...] = ()
    locale: str | None = None
    attributes: Mapping[str, str] | None = None
    tags: tuple[str, ...] = ()
    version: int = 0

    def __repr__(self) -> str:
        return f"Contact(lead_id={self.lead_id!r})"
