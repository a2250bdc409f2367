"""A webhook is changed, paused, or goes on."""

from dataclasses import dataclass
from typing import Any

from msgspec import UNSET

from twofold.contracts.instants import Clock
from twofold.contracts.payloads.webhooks import Webhook, WebhookChange
from twofold.webhooks.books import HealthBook, SubscriptionBook
from twofold.webhooks.ports import Addresses, Couriers, MappingRules

from . import told
from .access import Asker, insist_on_contact
from .check import insist_on_headers, insist_on_patterns
from .model import Subscription, root_of
from .versions import changed

_HARMLESS = frozenset({"state", "description"})
_MENDS = ("state", "url", "headers", "mapping")
"""What may have been wrong when nothing arrived."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWebhook:
    book: SubscriptionBook
    health: HealthBook
    addresses: Addresses
    mappings: MappingRules
    couriers: Couriers
    clock: Clock

    def __call__(
        self, webhook_id: str, request: WebhookChange, asker: Asker, expected: int | None = None
    ) -> Webhook:
        """The webhook as it is now; without anything new in the request, as it was.

        Raises InvalidRequest, Forbidden, NotFound, and PreconditionFailed when it is not at the `expected` version.
        """
        said = self._said(request)

        def to_other(stands: Subscription) -> Subscription | None:
            meant = _without_their_headers(stands, said)
            new = {name: value for name, value in meant.items() if value != getattr(stands, name)}
            return self._after(stands, new, asker) if new else None

        before, after = changed(self.book, webhook_id, expected, to_other)
        if after.active and any(getattr(after, name) != getattr(before, name) for name in _MENDS):
            self._begin_anew(after)
        return told.webhook(after, self.health.find(webhook_id), self.clock())

    def _said(self, request: WebhookChange) -> dict[str, Any]:
        said = {name: getattr(request, name) for name in request.__struct_fields__}
        said = {name: value for name, value in said.items() if value is not UNSET}
        if "events" in said:
            said["events"] = insist_on_patterns(said["events"])
        if said.get("headers"):
            said["headers"] = insist_on_headers(said["headers"])
        if "url" in said:
            self.addresses.check(said["url"])
        return said

    def _after(self, stands: Subscription, new: dict[str, Any], asker: Asker) -> Subscription:
        mapping = new.get("mapping", stands.mapping)
        if mapping is not None and new.keys() & {"mapping", "system"}:
            new["system"] = self.mappings.check(mapping, new.get("system"))
        after = stands.changed(self.clock(), **new)
        if not new.keys() <= _HARMLESS:
            # Both: who may not read leads is not to get at what was set up for them by taking them off first, either.
            insist_on_contact(asker, stands)
            insist_on_contact(asker, after)
        return after

    def _begin_anew(self, after: Subscription) -> None:
        """Whatever was wrong, somebody has put it right: what waits is tried at once."""
        self.health.refresh(after.subscription_id)
        self.couriers.call(after.subscription_id)


def _without_their_headers(stands: Subscription, said: dict[str, Any]) -> dict[str, Any]:
    """What was said for one receiver in secret is told to no other, unless somebody who knows it says it anew."""
    if "url" in said and "headers" not in said and root_of(said["url"]) != root_of(stands.url):
        return {**said, "headers": None}
    return said
