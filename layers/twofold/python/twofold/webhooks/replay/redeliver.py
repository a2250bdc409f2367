"""An event is put down once more for a webhook that wants it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.contracts.errors import Unavailable
from twofold.contracts.events import Envelope
from twofold.webhooks.books import DeliveryBook
from twofold.webhooks.deliveries.delivery import Delivery
from twofold.webhooks.deliveries.matching import wants
from twofold.webhooks.subscriptions.model import Subscription

TRIES = 5
"""At a delivery that moves at the same moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redeliver:
    """Asked for at `asked_at`, however often that is said, an event is told once more and not twice."""

    deliveries: DeliveryBook
    keep: timedelta

    def __call__(self, subscription: Subscription, event: Envelope, asked_at: datetime) -> bool:
        """False when the webhook does not want it."""
        if not wants(subscription, event):
            return False
        fresh = Delivery.of(event, subscription.subscription_id, asked_at, self.keep)
        for _ in range(TRIES):
            if self.deliveries.put(fresh):
                return True
            stands = self.deliveries.find(subscription.subscription_id, event.id)
            if stands and (
                stands.asked_at >= asked_at or self.deliveries.save(stands.again(asked_at, self.keep))
            ):
                return True
        raise Unavailable("The delivery moves too fast to be asked for again.")
