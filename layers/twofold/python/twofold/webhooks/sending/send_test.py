"""Tells a webhook something harmless at once, so that whoever set it up sees whether it hears."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from msgspec import UNSET

from twofold.contracts.events import WebhookTested
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.deliveries import WebhookTried
from twofold.ledger.record import record
from twofold.webhooks.books import DeliveryBook, SubscriptionBook
from twofold.webhooks.deliveries.delivery import Delivery
from twofold.webhooks.ports import Wording

from .attempt import Attempt
from .redact import Redaction

PATIENCE = 8.0
"""Seconds: somebody waits for the answer."""

NOTE = "This is a test: it happened to nobody."


@dataclass(frozen=True, slots=True, kw_only=True)
class SendTest:
    """`keep` is how long one can look at what came of it."""

    book: SubscriptionBook
    deliveries: DeliveryBook
    wording: Wording
    attempt: Attempt
    keep: timedelta
    clock: Clock

    def __call__(self, webhook_id: str) -> WebhookTried:
        """What came of it; how the webhook does is not judged by it, nor is it tried again. Raises NotFound."""
        stands, at = self.book.find(webhook_id), self.clock()
        event = record(WebhookTested(note=NOTE), subject=webhook_id, version=stands.version, at=at)
        # Nobody is told of, so that there is nothing to hide but what a CRM says of its own accord.
        kept = Redaction(of_success=stands.mapping is None)
        made = self.attempt(partial(self.wording.requests, stands, event, None, at), kept)
        tried = made.tried
        begun = Delivery.of(event, webhook_id, at, self.keep).claimed(at)
        self.deliveries.put(begun.arrived(tried) if made.arrived else begun.missed(tried, None))
        return WebhookTried(
            event_id=event.id,
            arrived=made.arrived,
            ms=tried.ms,
            status=tried.status or UNSET,
            error=tried.error or UNSET,
            answer=tried.answer or UNSET,
        )
