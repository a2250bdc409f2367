"""In whose words a webhook is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from twofold.contracts.events import Envelope
from twofold.webhooks.ports import Outgoing, Wording
from twofold.webhooks.subscriptions.model import Subscription

from .contact import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class ByMapping:
    """A webhook with a mapping is told in its system's words, any other in ours."""

    ours: Wording
    theirs: Wording

    def requests(
        self, subscription: Subscription, event: Envelope, contact: Contact | None, at: datetime
    ) -> Sequence[Outgoing]:
        wording = self.theirs if subscription.mapping is not None else self.ours
        return wording.requests(subscription, event, contact, at)
