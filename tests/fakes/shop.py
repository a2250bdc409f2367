"""A shop that tells of carts, orders and refunds, and a machine that can die at any call of a port."""

from dataclasses import dataclass, field, replace
from typing import Any

from tests.fakes.orders import OrderBooks, order_books
from tests.fakes.samples import ANNA
from tests.fakes.world import World
from twofold.codes.model import DiscountCode
from twofold.contracts.payloads.orders import OrderTaken, RefundTaken
from twofold.orders.code_in_cart import TakeCodeInCart
from twofold.orders.match import MatchLead
from twofold.orders.model import CANCELLED, Cart, Order, Refund
from twofold.orders.settle import SettleRefunds
from twofold.orders.spend import SpendCode
from twofold.orders.take_cart import TakeCart
from twofold.orders.take_order import TakeOrder
from twofold.orders.take_refund import TakeRefund

ORDER = "order-1"


class Died(Exception):
    """The process is gone."""


@dataclass(slots=True)
class Life:
    """How many calls of ports are left to a process; None: it lives on. `late`: the last call is still carried out."""

    calls: int | None = None
    late: bool = False

    def spend(self) -> bool:
        """Whether this call is the last one."""
        if self.calls is None:
            return False
        self.calls -= 1
        return self.calls < 0


@dataclass(slots=True)
class Mortal:
    """A port as a process sees it that may die."""

    port: Any
    life: Life

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.port, name)

        def call(*args: Any, **named: Any) -> Any:
            last = self.life.spend()
            if last and not self.life.late:
                raise Died
            answer = method(*args, **named)
            if last:
                raise Died
            return answer

        return call


@dataclass(slots=True)
class Shop:
    world: World
    at: OrderBooks | None = None
    books: OrderBooks = field(init=False)
    life: Life = field(default_factory=Life)
    take_cart: TakeCart = field(init=False)
    take_order: TakeOrder = field(init=False)
    take_refund: TakeRefund = field(init=False)
    code_in_cart: TakeCodeInCart = field(init=False)

    def __post_init__(self) -> None:
        world = self.world
        self.books = self.at or order_books(world.books.leads.memory)  # type: ignore[attr-defined]
        orders, carts = Mortal(self.books.orders, self.life), Mortal(self.books.carts, self.life)
        codes, leads = Mortal(world.books.codes, self.life), Mortal(world.books.leads, self.life)
        match = MatchLead(leads=leads, identify=world.signups.identify)
        redeem = replace(world.codes.redeem, book=codes)
        settle = SettleRefunds(book=orders, roll_back=replace(world.codes.roll_back, book=codes))
        self.take_cart = TakeCart(book=carts, codes=codes, match=match, clock=world.clock)
        self.take_order = TakeOrder(
            book=orders,
            carts=carts,
            match=match,
            spend=SpendCode(codes=codes, redeem=redeem),
            settle=settle,
            clock=world.clock,
        )
        self.take_refund = TakeRefund(book=orders, settle=settle, clock=world.clock)
        self.code_in_cart = TakeCodeInCart(
            assets=world.books.assets,
            book=carts,
            codes=codes,
            match=match,
            limits=world.limits,
            clock=world.clock,
        )

    def order(self, order_id: str = ORDER, **fields: Any) -> OrderTaken:
        return self.take_order(an_order(order_id, **fields))

    def refund(self, refund_id: str = "r1", amount: int | None = None, order_id: str = ORDER) -> RefundTaken:
        asked = Refund(order_id=order_id, refund_id=refund_id, source="api", amount=amount, reason="cold")
        return self.take_refund(asked)

    def cancel(self, order_id: str = ORDER) -> RefundTaken:
        gone = Refund(order_id=order_id, refund_id=CANCELLED, source="api", reason=CANCELLED)
        return self.take_refund(gone)

    def code(self, code: str) -> DiscountCode:
        return self.world.books.codes.find(code)

    def told(self, kind: str, phone: str = ANNA) -> list[Any]:
        """The data of the lead's events of this kind, by the version that they made."""
        return [event.data for event in self.events(kind, phone)]

    def events(self, kind: str, phone: str = ANNA) -> list[Any]:
        told = [event for event in self.world.timeline(phone) if event.type == kind]
        return sorted(told, key=lambda event: event.version)


def an_order(order_id: str = ORDER, **fields: Any) -> Order:
    asked: dict[str, Any] = {"source": "api", "amount": 10_000, "currency": "PLN"}
    return Order(order_id=order_id, **{**asked, **fields})


def a_cart(cart_id: str = "cart-1", **fields: Any) -> Cart:
    asked: dict[str, Any] = {"source": "api", "amount": 5_000, "currency": "PLN", "lines": 2}
    return Cart(cart_id=cart_id, **{**asked, **fields})
