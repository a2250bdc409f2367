"""What one visitor has chosen, the code that takes something off it, and what they have ordered."""

import asyncio
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime

from infra.local.gateway.shop.products import PRODUCTS, Product
from twofold.campaigns.offer import Offer

MOST = 20
"""Of one product in one order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discount:
    """A code that is reserved for a cart, and what it is worth. `off` None: something that the shop hands over.

    After `until` the code is anybody's again; it stays in the cart, for the order may still be the first to spend it.
    """

    code: str
    offer: Offer
    until: datetime

    def off(self, total: int) -> int | None:
        return self.offer.off(total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """As it was placed. Money in minor units; `off` is what the code took off, None for a free item."""

    order_id: str
    lines: tuple[tuple[Product, int], ...]
    total: int
    place: str
    discount: Discount | None = None
    off: int | None = None
    returned: bool = False

    @property
    def to_pay(self) -> int:
        return max(self.total - (self.off or 0), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Words for the next view of the cart; `typed` stands in the code's field again when it was no good.

    One that `stays` is there until something is done: the next view may be that of a press that a second overtook.
    """

    words: str
    typed: str | None = None
    stays: bool = False


def new_order_id() -> str:
    return f"SG-{secrets.token_hex(5).upper()}"


@dataclass
class Basket:
    """`order_id` is what the next order will be called, however often it is tried, and the cart until then.

    Whatever asks the API does so in `lock`, one after another.

    `gone` says why a code that was applied takes nothing off any more; `asked` is the order that the API was told of
    and that is not placed yet.
    """

    counts: dict[str, int] = field(default_factory=dict)
    discount: Discount | None = None
    gone: dict[str, str] = field(default_factory=dict)
    notice: Notice | None = None
    asked: Order | None = None
    orders: dict[str, Order] = field(default_factory=dict)
    order_id: str = field(default_factory=new_order_id)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def lines(self) -> tuple[tuple[Product, int], ...]:
        return tuple((PRODUCTS[slug], count) for slug, count in self.counts.items())

    @property
    def total(self) -> int:
        return sum(product.price * count for product, count in self.lines)

    @property
    def to_pay(self) -> int:
        """What an order of this would cost, as far as the shop can say; minor units."""
        off = self.discount.off(self.total) if self.discount else None
        return max(self.total - (off or 0), 0)

    @property
    def size(self) -> int:
        return sum(self.counts.values())

    def put(self, product: Product, count: int) -> None:
        """So many of it, no more than MOST; none takes it out."""
        self.counts[product.slug] = min(count, MOST)
        if count <= 0:
            del self.counts[product.slug]

    def ordered(self, place: str) -> Order:
        """What an order would be now."""
        off = self.discount.off(self.total) if self.discount else None
        return Order(
            order_id=self.order_id,
            lines=self.lines,
            total=self.total,
            place=place,
            discount=self.discount,
            off=off,
        )

    def lose(self, why: str) -> None:
        """The code that is applied is no good any more, and the order that should have spent it was called off."""
        if self.discount:
            self.gone[self.discount.code] = why
        self.discount, self.asked, self.order_id = None, None, new_order_id()

    def placed(self, order: Order) -> None:
        """The order is done: the basket is empty again, and its code is spent."""
        self.orders[order.order_id] = order
        self.counts, self.discount, self.notice, self.asked = {}, None, None, None
        self.order_id = new_order_id()

    def took_back(self, order: Order) -> None:
        self.orders[order.order_id] = replace(order, returned=True)
