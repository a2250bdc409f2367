"""A change of a webhook, made on the version that was looked at."""

from collections.abc import Callable
from typing import TypeVar

from twofold.contracts.errors import Unavailable
from twofold.contracts.versions import insist_on_version
from twofold.webhooks.books import SubscriptionBook, SubscriptionMoved

from .model import Subscription

T = TypeVar("T")

TRIES = 5
"""At a change while others change theirs."""


def changed(
    book: SubscriptionBook,
    webhook_id: str,
    expected: int | None,
    to_other: Callable[[Subscription], Subscription | None],
) -> tuple[Subscription, Subscription]:
    """It before and after; the same twice when `to_other` has nothing to change.

    Raises NotFound, and PreconditionFailed when it is not at the `expected` version.
    """

    def save(stands: Subscription) -> tuple[Subscription, Subscription]:
        after = to_other(stands)
        if after is not None:
            book.save(after)
        return stands, after or stands

    return at_version(book, webhook_id, expected, save)


def at_version(
    book: SubscriptionBook, webhook_id: str, expected: int | None, act: Callable[[Subscription], T]
) -> T:
    """What `act` makes of it as it stands; again, when somebody came in between. Raises as `changed` does."""
    for _ in range(TRIES):
        stands = book.find(webhook_id)
        insist_on_version(expected, stands.version)
        try:
            return act(stands)
        except SubscriptionMoved:
            continue
    raise Unavailable("Too many webhooks change at this moment.")
