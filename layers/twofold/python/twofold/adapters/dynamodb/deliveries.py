"""What webhooks are told: found by when it is due while it waits, and kept for a while after."""

from collections.abc import Sequence
from datetime import datetime

from pynamodb.exceptions import PutError
from pynamodb.expressions.condition import Condition

from twofold.webhooks.deliveries.delivery import Delivery

from .items import DeliveryItem
from .reading import reaching_database, read, unmet

LOOKED_AT = 500
"""Rows that one page is looked for in."""


class DynamoDeliveryBook:
    def put(self, delivery: Delivery) -> bool:
        return _put(delivery, DeliveryItem.event_id.does_not_exist())

    def save(self, after: Delivery) -> bool:
        return _put(after, DeliveryItem.revision == after.revision - 1)

    def due(self, subscription_id: str, at: datetime, limit: int) -> Sequence[Delivery]:
        with reaching_database():
            rows = DeliveryItem.by_due.query(subscription_id, DeliveryItem.due_at <= at, limit=limit)
            return [_delivery(item) for item in rows]

    def next_due(self, subscription_id: str) -> datetime | None:
        with reaching_database():
            return next((item.due_at for item in DeliveryItem.by_due.query(subscription_id, limit=1)), None)

    def find(self, subscription_id: str, event_id: str) -> Delivery | None:
        item = read(DeliveryItem, subscription_id, event_id)
        return _delivery(item) if item else None

    def page(
        self, subscription_id: str, before: str | None, state: str | None, limit: int
    ) -> tuple[Sequence[Delivery], str | None]:
        below = DeliveryItem.event_id < before if before else None
        found: list[Delivery] = []
        with reaching_database():
            rows = DeliveryItem.query(subscription_id, below, scan_index_forward=False, limit=LOOKED_AT)
            for looked, item in enumerate(rows, 1):
                if state in (None, item.state):
                    found.append(_delivery(item))
                if len(found) == limit or looked == LOOKED_AT:
                    return found, item.event_id
        return found, None


def _put(delivery: Delivery, condition: Condition) -> bool:
    with reaching_database():
        try:
            _item(delivery).save(condition=condition)
        except PutError as error:
            if not unmet(error):
                raise
            return _is_stored(delivery)
    return True


def _is_stored(delivery: Delivery) -> bool:
    """Whether what stands in the way is our own try, whose answer was lost."""
    stored = read(DeliveryItem, delivery.subscription_id, delivery.event_id)
    return stored is not None and stored.serialize() == _item(delivery).serialize()


def _item(delivery: Delivery) -> DeliveryItem:
    return DeliveryItem(
        subscription_id=delivery.subscription_id,
        event_id=delivery.event_id,
        revision=delivery.revision,
        state=delivery.state,
        type=delivery.type,
        event=delivery.event,
        asked_at=delivery.asked_at,
        attempts=delivery.attempts,
        replays=delivery.replays,
        tries=delivery.tries,
        waiting_for=delivery.subscription_id if delivery.due_at else None,
        due_at=delivery.due_at,
        ttl=delivery.ends_at,
    )


def _delivery(item: DeliveryItem) -> Delivery:
    return Delivery(
        subscription_id=item.subscription_id,
        event_id=item.event_id,
        type=item.type,
        event=item.event,
        asked_at=item.asked_at,
        ends_at=item.ttl,
        due_at=item.due_at,
        state=item.state,  # type: ignore[arg-type]
        revision=int(item.revision),
        attempts=int(item.attempts),
        replays=int(item.replays),
        tries=item.tries,
    )
