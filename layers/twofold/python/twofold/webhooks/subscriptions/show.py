"""Webhooks and how they do, for whoever asks."""

from dataclasses import dataclass

from twofold.contracts.instants import Clock
from twofold.contracts.payloads.webhooks import Webhook, Webhooks
from twofold.webhooks.books import HealthBook, SubscriptionBook
from twofold.webhooks.sending.health import Health

from . import told


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
