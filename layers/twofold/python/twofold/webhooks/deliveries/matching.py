"""Whether a webhook is to be told of an event."""

from twofold.contracts.events import Envelope
from twofold.webhooks.subscriptions.model import Subscription
from twofold.webhooks.subscriptions.patterns import fits

LIVE = "live"
"""What a file brings is told by `import.finished.v1` alone: a million rows are no news each."""


def wants(subscription: Subscription, event: Envelope) -> bool:
    """Whether one of its patterns fits, and it is not the echo of what that very system told us."""
    teller = getattr(event.data, "told_by", None)
    echo = teller is not None and teller == subscription.system
    return event.origin == LIVE and fits(subscription.events, event.type) and not echo
