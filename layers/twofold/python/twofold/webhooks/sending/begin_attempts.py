"""Sends what is due on its way, as much at a time as the webhook may get."""

from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

from twofold.contracts import events
from twofold.contracts.errors import NotFound
from twofold.contracts.events import LeadErased
from twofold.contracts.instants import Clock
from twofold.webhooks.books import DeliveryBook, SubscriptionBook
from twofold.webhooks.deliveries.delivery import Delivery, Try
from twofold.webhooks.ports import Contacts, Wording
from twofold.webhooks.subscriptions.model import Subscription

from .attempt import INTERNAL, Attempt
from .redact import Redaction
from .retry_schedule import DELAYS
from .visit import Visit

AT_HAND = 25
"""Deliveries that are read at once; so many may still go as they were wanted before somebody changed the webhook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginAttempts:
    subscriptions: SubscriptionBook
    deliveries: DeliveryBook
    contacts: Contacts
    wording: Wording
    attempt: Attempt
    clock: Clock

    def __call__(self, visit: Visit, hands: Executor) -> None:
        """Begin attempts while there is room for them. Each is claimed before anybody is called.

        One that is claimed for the last time already has lost its outcome with a courier, and is over.
        """
        while visit.has_room(self.clock()):
            delivery = self._next(visit)
            if delivery is None or visit.subscription is None:
                return
            if delivery.attempts > len(DELAYS):
                self._keep(visit, delivery.missed(Try(at=self.clock(), ms=0, error=INTERNAL), None))
                continue
            claimed = delivery.claimed(self.clock())
            if self._keep(visit, claimed):
                self._begin(visit, visit.subscription, claimed, hands)

    def find(self, subscription_id: str) -> Subscription | None:
        """The webhook as it stands, if there is one."""
        try:
            return self.subscriptions.find(subscription_id)
        except NotFound:
            return None

    def _keep(self, visit: Visit, after: Delivery) -> bool:
        visit.touched(after)
        return self.deliveries.save(after)

    def _next(self, visit: Visit) -> Delivery | None:
        if not visit.at_hand:
            self._look(visit)
        return visit.pick()

    def _look(self, visit: Visit) -> None:
        """The webhook as it stands now, and what is due for it."""
        visit.subscription = self._as_it_stands(visit)
        visit.over = visit.subscription is None or not visit.subscription.active
        if not visit.over:
            due = self.deliveries.due(visit.subscription_id, self.clock(), AT_HAND)
            visit.at_hand = [each for each in due if visit.is_news(each)]

    def _as_it_stands(self, visit: Visit) -> Subscription | None:
        """At first as it was found a moment ago, when the courier came."""
        first, visit.begun = not visit.begun, True
        return visit.subscription if first else self.find(visit.subscription_id)

    def _begin(self, visit: Visit, told: Subscription, claimed: Delivery, hands: Executor) -> None:
        event = events.read(claimed.event)
        wanted = told.contact or told.mapping is not None
        contact = self.contacts.contact(event.subject) if wanted else None
        words = partial(self.wording.requests, told, event, contact, self.clock())
        kept = Redaction.of(told, contact, wanted=wanted or event.type == LeadErased.type)
        visit.flying[hands.submit(self.attempt, words, kept)] = claimed
