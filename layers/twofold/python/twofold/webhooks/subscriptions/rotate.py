"""A webhook gets another secret."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from twofold.contracts.errors import Conflict
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.webhooks import Webhook
from twofold.webhooks.books import HealthBook, SubscriptionBook

from . import told
from .access import Asker, insist_on_contact
from .model import Subscription
from .versions import changed

MOST_SECRETS = 5
"""That sign at a time: who asks for more within a day is a script gone wild."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RotateSecret:
    book: SubscriptionBook
    health: HealthBook
    draw_secret: Callable[[], str]
    clock: Clock

    def __call__(self, webhook_id: str, asker: Asker) -> Webhook:
        """The webhook with its new secret. Raises NotFound, Forbidden, Conflict `too_many_secrets`."""
        _, after = changed(self.book, webhook_id, None, partial(self._rotated, asker))
        return told.webhook(after, self.health.find(webhook_id), self.clock(), with_secret=True)

    def _rotated(self, asker: Asker, stands: Subscription) -> Subscription:
        insist_on_contact(asker, stands)
        at = self.clock()
        if len(stands.secrets(at)) >= MOST_SECRETS:
            raise Conflict(
                f"{MOST_SECRETS} secrets sign at this moment; wait until the oldest is a day past.",
                code="too_many_secrets",
            )
        return stands.rotated(self.draw_secret(), at)
