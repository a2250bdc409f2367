"""Carts and orders in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from tests.fakes.memory import Memory
from twofold.contracts.errors import TooMany
from twofold.contracts.events import Envelope
from twofold.contracts.instants import from_text
from twofold.limits.allowance import Allowance
from twofold.orders.kept import ClosedCart, KeptCart, KeptOrder
from twofold.orders.ports import CartBook, CartMoved, Forgetting, OrderBook, OrderMoved


@dataclass(frozen=True, slots=True)
class InMemoryCartBook:
    memory: Memory
    carts: dict[str, KeptCart] = field(default_factory=dict)

    def find(self, cart_id: str) -> KeptCart | None:
        with self.memory.lock:
            return self.carts.get(cart_id)

    def keep(
        self, after: KeptCart, events: Sequence[Envelope], charges: Sequence[Allowance], at: datetime
    ) -> None:
        with self.memory.lock:
            self._insist_on_room(charges, at)
            before = self.carts.get(after.cart_id)
            if (before.version if before else 0) != after.version - 1:
                raise CartMoved
            self.charge(charges, at)
            self.memory.append(*events)
            self.carts[after.cart_id] = after

    def charge(self, charges: Sequence[Allowance], at: datetime) -> None:
        with self.memory.lock:
            self._insist_on_room(charges, at)
            for allowance in charges:
                self.memory.take(allowance, at)

    def _insist_on_room(self, charges: Sequence[Allowance], at: datetime) -> None:
        for allowance in charges:
            if not self.memory.fits(allowance, at):
                raise TooMany("Too many carts from your network.", retry_after=allowance.left(at))


@dataclass(frozen=True, slots=True)
class InMemoryOrderBook:
    memory: Memory
    carts: dict[str, KeptCart] = field(default_factory=dict)
    orders: dict[str, KeptOrder] = field(default_factory=dict)

    def find(self, order_id: str) -> KeptOrder | None:
        with self.memory.lock:
            return self.orders.get(order_id)

    def keep(
        self, after: KeptOrder, events: Sequence[Envelope] = (), closed: ClosedCart | None = None
    ) -> None:
        with self.memory.lock:
            before = self.orders.get(after.order_id)
            if (before.version if before else 0) != after.version - 1:
                raise OrderMoved
            self.memory.append(*events)
            self.orders[after.order_id] = after
            if closed:
                self._close(closed)

    def _close(self, cart: ClosedCart) -> None:
        before = self.carts.get(cart.cart_id) or KeptCart(
            cart_id=cart.cart_id, source=cart.source, version=0, updated_at=cart.at, until=cart.until
        )
        after = replace(before, version=before.version + 1, state="ordered", until=cart.until, url=None)
        self.carts[cart.cart_id] = after


@dataclass(frozen=True, slots=True)
class InMemoryForgetting:
    memory: Memory
    carts: dict[str, KeptCart]
    orders: dict[str, KeptOrder]

    def carts_of(self, lead_id: str) -> Sequence[str]:
        with self.memory.lock:
            return [cart.cart_id for cart in self.carts.values() if cart.lead_id == lead_id]

    def unlink_cart(self, cart_id: str) -> None:
        with self.memory.lock:
            cart = self.carts.get(cart_id)
            if cart:
                gone = replace(cart, version=cart.version + 1, lead_id=None, url=None, code=None)
                self.carts[cart_id] = gone

    def unlink_order(self, order_id: str) -> None:
        with self.memory.lock:
            order = self.orders.get(order_id)
            if order:
                placement = replace(order.placement, match=None, cart_id=None) if order.placement else None
                self.orders[order_id] = replace(order, version=order.version + 1, placement=placement)

    def tell(self, event: Envelope, once: Allowance) -> bool:
        with self.memory.lock:
            at = from_text(event.time)
            if not self.memory.fits(once, at):
                return False
            self.memory.take(once, at)
            self.memory.append(event)
            return True


@dataclass(frozen=True, slots=True)
class OrderBooks:
    """The three of one backend."""

    orders: OrderBook
    carts: CartBook
    forgetting: Forgetting


def order_books(memory: Memory) -> OrderBooks:
    carts = InMemoryCartBook(memory, memory.carts)
    orders = InMemoryOrderBook(memory, memory.carts, memory.orders)
    return OrderBooks(orders, carts, InMemoryForgetting(memory, carts.carts, orders.orders))
