"""Calls a courier for each webhook that has something due and nobody with it: what a lost call or schedule left."""

from dataclasses import dataclass

from twofold.contracts.instants import Clock
from twofold.webhooks.books import DeliveryBook, HealthBook, SubscriptionBook
from twofold.webhooks.ports import Couriers
from twofold.webhooks.subscriptions.model import Subscription


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCouriers:
    subscriptions: SubscriptionBook
    deliveries: DeliveryBook
    health: HealthBook
    couriers: Couriers
    clock: Clock

    def __call__(self) -> int:
        """How many were called."""
        late = [each for each in self.subscriptions.all() if each.active and self._is_late(each)]
        for each in late:
            self.couriers.call(each.subscription_id)
        return len(late)

    def _is_late(self, subscription: Subscription) -> bool:
        at = self.clock()
        due = self.deliveries.next_due(subscription.subscription_id)
        if due is None or due > at:
            return False
        health = self.health.find(subscription.subscription_id)
        return not health.rests(at) and (health.leased_until is None or health.leased_until <= at)
