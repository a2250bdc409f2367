"""An event is put down for each webhook that wants it, and a courier is called for each that has none."""

from dataclasses import dataclass
from datetime import timedelta

from twofold.contracts.events import Envelope, EventData
from twofold.contracts.instants import Clock, from_text
from twofold.webhooks.books import DeliveryBook, HealthBook, SubscriptionBook
from twofold.webhooks.ports import Couriers

from .delivery import Delivery
from .matching import wants


@dataclass(frozen=True, slots=True, kw_only=True)
class FanOut:
    """May be done as often as one likes: what is put down stays as it is, and a courier too many goes home."""

    subscriptions: SubscriptionBook
    deliveries: DeliveryBook
    health: HealthBook
    couriers: Couriers
    keep: timedelta
    clock: Clock

    def __call__(self, event: Envelope, _: EventData) -> str:
        """For how many, in a word for the log. What was put down so long ago that it is forgotten by now is too old."""
        at = self.clock()
        if at - from_text(event.time) >= self.keep:
            return "too_old"
        wanting = [s for s in self.subscriptions.all() if s.active and wants(s, event)]
        # First for everybody, then the couriers: one that cannot be called keeps nobody else's from being there.
        for subscription in wanting:
            self.deliveries.put(Delivery.of(event, subscription.subscription_id, at, self.keep))
        for subscription in wanting:
            if not self.health.knock(subscription.subscription_id, at):
                self.couriers.call(subscription.subscription_id)
        return f"for_{len(wanting)}"
