"""Webhooks and what they were told, for whoever asks."""

from dataclasses import dataclass

from twofold.contracts.errors import NotFound
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.deliveries import WebhookDeliveries, WebhookDelivery
from twofold.contracts.payloads.webhooks import Webhook, Webhooks

from . import told
from .books import DeliveryBook, HealthBook, SubscriptionBook
from .health import Health


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowWebhooks:
    book: SubscriptionBook
    health: HealthBook
    clock: Clock

    def __call__(self, webhook_id: str) -> Webhook:
        """Raises NotFound."""
        return told.webhook(self.book.find(webhook_id), self.health.find(webhook_id), self.clock())

    def all(self) -> Webhooks:
        at, known = self.clock(), self.health.all()
        return Webhooks(
            webhooks=tuple(
                told.webhook(
                    each, known.get(each.subscription_id, Health(subscription_id=each.subscription_id)), at
                )
                for each in self.book.all()
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowDeliveries:
    book: SubscriptionBook
    deliveries: DeliveryBook

    def __call__(self, webhook_id: str, event_id: str) -> WebhookDelivery:
        """With the event. Raises NotFound; what a webhook was told that is no more can still be seen."""
        found = self.deliveries.find(webhook_id, event_id)
        if found is None:
            raise NotFound("This webhook was told of no such event.", code="delivery_not_found")
        return told.delivery(found, with_event=True)

    def page(self, webhook_id: str, *, after: str | None, limit: int, state: str | None) -> WebhookDeliveries:
        """Raises NotFound."""
        self.book.find(webhook_id)
        return told.page(*self.deliveries.page(webhook_id, after, state, limit))
