"""What shops tell: carts, orders and money that went back. Money is in minor units of an ISO 4217 currency.

`source` is who tells: `api`, `page`, `shopify:SHOP` or `woocommerce:HOST`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from twofold.contracts.payloads.baskets import BasketLine
from twofold.contracts.shops import SHOP_SYSTEMS

CANCELLED = "cancelled"
"""The id of the refund that a cancellation is."""

PAGE = "page"
"""A cart's page in somebody's browser: anybody can say what it says."""

NO_CURRENCY = 3 * "X"
"""Where nobody said a currency: ISO 4217's own word for none, three times this letter, which written out looks like a
note of something to be done and is refused as one.
"""

FROM_SHOPS = tuple(f"{system}:" for system in SHOP_SYSTEMS)
"""How the ids of shop systems begin, as `shopify:SHOP:ID`; nobody else may use such an id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """Who it is, as far as the shop knows: an id of ours, or a number as it was written.

    `country` (ISO 3166-1 alpha-2) says how a national number is read. A number that cannot be read is nobody's.
    """

    lead_id: str | None = None
    phone: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cart:
    """A cart as it stood at `updated_at` (None: now). `lines` is how many it has; `url` is where it goes on."""

    cart_id: str
    source: str
    amount: int
    currency: str
    buyer: Buyer = Buyer()
    code: str | None = None
    lines: int = 0
    url: str | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order. `amount` is what was paid for it, discounts taken off; `codes` are its coupons, ours or not.

    `goods` are before any discount: codes are judged by their sum, without any by `amount`.
    """

    order_id: str
    source: str
    amount: int
    currency: str
    buyer: Buyer = Buyer()
    codes: tuple[str, ...] = ()
    cart_id: str | None = None
    location: str | None = None
    goods: tuple[BasketLine, ...] = ()
    placed_at: datetime | None = None

    @property
    def basket(self) -> int:
        return sum(line.amount for line in self.goods) if self.goods else self.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Money of an order that went back: `amount`, or (None) all that is left. One of an id counts once."""

    order_id: str
    refund_id: str
    source: str
    amount: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyRequest:
    """`source` is the shop (`shopify:SHOP`), `reference` finds the request there, `order_ids` are the orders it names.

    shop_erasure: the shop itself leaves.
    """

    request: Literal["data", "erasure", "shop_erasure"]
    source: str
    reference: str
    order_ids: tuple[str, ...] = ()
    buyer: Buyer = Buyer()
