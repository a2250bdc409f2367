"""What webhooks were told and what they answered, for whoever asks."""

from dataclasses import dataclass

from twofold.contracts.errors import NotFound
from twofold.contracts.payloads.deliveries import WebhookDeliveries, WebhookDelivery
from twofold.webhooks.books import DeliveryBook, SubscriptionBook

from . import told


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
