"""Webhooks: with each change it is written which events somebody wants in all, so that the relay knows."""

from collections.abc import Iterable, Sequence

from twofold.contracts.errors import Conflict, NotFound
from twofold.contracts.events import Envelope
from twofold.contracts.instants import now
from twofold.webhooks.books import SubscriptionMoved
from twofold.webhooks.subscriptions.model import MOST, Subscription

from . import ledger
from .connection import SharedConnection
from .items import HealthItem, OperationItem, SubscriptionItem
from .items.webhooks import HEALTH, WEBHOOK
from .reading import reaching_database, read
from .transaction import Cancelled, Transaction
from .wanted_events import WANTED


class DynamoSubscriptionBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def all(self) -> Sequence[Subscription]:
        with reaching_database():
            found = [item.subscription for item in SubscriptionItem.query(WEBHOOK, consistent_read=True)]
        return sorted(found, key=lambda each: (each.created_at, each.subscription_id))

    def find(self, subscription_id: str) -> Subscription:
        item = read(SubscriptionItem, WEBHOOK, subscription_id)
        if item is None:
            raise NotFound("There is no such webhook.", code="webhook_not_found")
        return item.subscription

    def create(self, subscription: Subscription) -> None:
        revision, others = self._others(subscription)
        if len(others) >= MOST:
            raise Conflict(f"There are {MOST} webhooks, and there cannot be more.", code="too_many_webhooks")
        transaction = Transaction(self._connection)
        free = SubscriptionItem.subscription_id.does_not_exist()
        transaction.put("webhook", _item(subscription), free)
        self._commit(transaction, [*others, subscription], revision, subscription)

    def save(self, after: Subscription, *events: Envelope) -> None:
        revision, others = self._others(after)
        transaction = Transaction(self._connection)
        as_read = SubscriptionItem.version == after.version - 1
        transaction.put("webhook", _item(after), as_read)
        for event in events:
            ledger.append(transaction, event)
        self._commit(transaction, [*others, after], revision, after)

    def delete(self, subscription: Subscription) -> None:
        revision, others = self._others(subscription)
        transaction = Transaction(self._connection)
        as_read = SubscriptionItem.version == subscription.version
        transaction.delete("webhook", _item(subscription), as_read)
        transaction.delete("health", HealthItem(HEALTH, subscription.subscription_id))
        self._commit(transaction, others, revision, None)

    def _others(self, subscription: Subscription) -> tuple[int, list[Subscription]]:
        """The revision of what is wanted in all, read first, and all other webhooks as they stand since then."""
        item = read(OperationItem, WANTED)
        others = [each for each in self.all() if each.subscription_id != subscription.subscription_id]
        return int(item.revision or 0) if item else 0, others

    def _commit(
        self,
        transaction: Transaction,
        webhooks: Iterable[Subscription],
        revision: int,
        after: Subscription | None,
    ) -> None:
        patterns = sorted({pattern for each in webhooks if each.active for pattern in each.events})
        row = OperationItem(name=WANTED, patterns=patterns, at=now(), revision=revision + 1)
        untouched = OperationItem.revision == revision if revision else OperationItem.name.does_not_exist()
        transaction.put("wanted", row, untouched)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            stored = cancelled.stored.get("webhook")
            if after is None or stored is None or stored != _item(after).serialize():
                raise SubscriptionMoved from cancelled


def _item(subscription: Subscription) -> SubscriptionItem:
    return SubscriptionItem(
        kind=WEBHOOK,
        subscription_id=subscription.subscription_id,
        version=subscription.version,
        subscription=subscription,
    )
