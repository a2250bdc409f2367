"""Orders and their refunds: each change is one transaction on the version that was read."""

from collections.abc import Sequence
from typing import cast

from twofold.contracts.events import Envelope
from twofold.ledger.record import Origin
from twofold.orders.kept import ClosedCart, KeptOrder, Match, MatchedBy, Placement, Spent
from twofold.orders.ports import OrderMoved

from . import ledger
from .carts import close
from .connection import SharedConnection
from .items import OrderItem
from .reading import read
from .transaction import Cancelled, Transaction


class DynamoOrderBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def find(self, order_id: str) -> KeptOrder | None:
        item = read(OrderItem, order_id)
        return _order(item) if item else None

    def keep(
        self, after: KeptOrder, events: Sequence[Envelope] = (), closed: ClosedCart | None = None
    ) -> None:
        transaction = Transaction(self._connection)
        before = OrderItem.version == after.version - 1
        transaction.put(
            "order", _item(after), before if after.version > 1 else OrderItem.order_id.does_not_exist()
        )
        for event in events:
            ledger.append(transaction, event)
        if closed:
            close(transaction, closed)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            raise OrderMoved from cancelled


def _item(order: KeptOrder) -> OrderItem:
    item = OrderItem(
        order_id=order.order_id,
        source=order.source,
        version=order.version,
        refunds=order.refunds or None,
        settled=order.settled or None,
        ttl=order.until,
    )
    if order.placement:
        _put_placement(item, order.placement)
    return item


def _put_placement(item: OrderItem, placement: Placement) -> None:
    item.placed_at, item.cart_id = placement.placed_at, placement.cart_id
    item.amount, item.currency = placement.amount, placement.currency
    match, spent = placement.match, placement.spent
    if match:
        item.lead_id, item.matched_by = match.lead_id, match.by
        item.campaign_id = match.origin.campaign_id or None
        item.asset_id, item.place = match.origin.asset_id, match.origin.place
    if spent:
        item.code, item.redemption_id = spent.code, spent.redemption_id
        item.basket, item.code_reason = spent.basket, spent.reason


def _order(item: OrderItem) -> KeptOrder:
    return KeptOrder(
        order_id=item.order_id,
        source=item.source,
        version=int(item.version),
        until=item.ttl,
        placement=_placement(item) if item.placed_at else None,
        refunds=item.refunds or (),
        settled=int(item.settled or 0),
    )


def _placement(item: OrderItem) -> Placement:
    return Placement(
        amount=int(item.amount or 0),
        currency=item.currency or "",
        placed_at=item.placed_at,
        match=_match(item),
        spent=_spent(item),
        cart_id=item.cart_id,
    )


def _match(item: OrderItem) -> Match | None:
    if not item.lead_id:
        return None
    origin = Origin(campaign_id=item.campaign_id or "", asset_id=item.asset_id, place=item.place)
    return Match(lead_id=item.lead_id, by=cast(MatchedBy, item.matched_by), origin=origin)


def _spent(item: OrderItem) -> Spent | None:
    if not item.code:
        return None
    return Spent(
        code=item.code,
        redemption_id=item.redemption_id,
        basket=int(item.basket or 0),
        reason=item.code_reason,
    )
