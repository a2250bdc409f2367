"""A webhook is no more."""

from dataclasses import dataclass

from twofold.webhooks.books import SubscriptionBook

from .versions import at_version


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteWebhook:
    book: SubscriptionBook

    def __call__(self, webhook_id: str, expected: int | None = None) -> None:
        """It is told nothing any more; what it was told is kept until its time. Raises NotFound, PreconditionFailed."""
        at_version(self.book, webhook_id, expected, self.book.delete)
