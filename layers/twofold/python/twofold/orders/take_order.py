"""Takes an order in, exactly once."""

from dataclasses import dataclass
from datetime import datetime

from msgspec import UNSET

from twofold.contracts.instants import Clock
from twofold.contracts.payloads.orders import OrderTaken

from .again import again
from .events import placed_events
from .kept import ANONYMOUS_KEPT, CART_KEPT, ORDER_KEPT, ClosedCart, KeptOrder, Match, Placement
from .match import MatchLead
from .model import Order
from .ports import CartBook, OrderBook
from .settle import SettleRefunds
from .spend import Ours, SpendCode


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOrder:
    book: OrderBook
    carts: CartBook
    match: MatchLead
    spend: SpendCode
    settle: SettleRefunds
    clock: Clock

    def __call__(self, order: Order) -> OrderTaken:
        """Store whose the order is, spend its code, close its cart and apply the refunds that came before it.

        The first report of an order stands; another changes nothing, gets the same answer, and finishes what a crash
        has left. Raises Unavailable.
        """
        return again(lambda: self._take(order))

    def _take(self, order: Order) -> OrderTaken:
        kept = self.book.find(order.order_id)
        if kept is None or kept.placement is None:
            kept = self._place(order, kept)
        self.settle(kept)
        return _answer(kept)

    def _place(self, order: Order, before: KeptOrder | None) -> KeptOrder:
        ours, at = self.spend(order), self.clock()
        match = self.match(order.buyer, ours.code if ours else None) or self._of_cart(order)
        kept = _placed(order, before, ours, match, at)
        self.book.keep(kept, placed_events(kept, at), _closed(order, at))
        return kept

    def _of_cart(self, order: Order) -> Match | None:
        return self.match.of_cart(self.carts.find(order.cart_id)) if order.cart_id else None


def _placed(
    order: Order, before: KeptOrder | None, ours: Ours | None, match: Match | None, at: datetime
) -> KeptOrder:
    placement = Placement(
        amount=order.amount,
        currency=order.currency,
        placed_at=order.placed_at or at,
        match=match,
        spent=ours.spent if ours else None,
        cart_id=order.cart_id,
    )
    return KeptOrder(
        order_id=order.order_id,
        source=order.source,
        version=before.version + 1 if before else 1,
        until=at + (ORDER_KEPT if match else ANONYMOUS_KEPT),
        placement=placement,
        refunds=before.refunds if before else (),
    )


def _closed(order: Order, at: datetime) -> ClosedCart | None:
    if not order.cart_id:
        return None
    return ClosedCart(cart_id=order.cart_id, source=order.source, at=at, until=at + CART_KEPT)


def _answer(kept: KeptOrder) -> OrderTaken:
    match, spent = (kept.placement.match, kept.placement.spent) if kept.placement else (None, None)
    return OrderTaken(
        order_id=kept.order_id,
        matched=match is not None,
        refunded=kept.refunded,
        matched_by=match.by if match else UNSET,
        code=spent.code if spent else UNSET,
        redemption_id=spent.redemption_id or UNSET if spent else UNSET,
        code_reason=spent.reason or UNSET if spent else UNSET,
    )
