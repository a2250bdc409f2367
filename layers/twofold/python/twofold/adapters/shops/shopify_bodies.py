"""The parts of Shopify's checkouts and orders that we read, and nothing else of the hundred fields that each has.

https://shopify.dev/docs/api/webhooks (REST-shaped payloads, 2025-01 and later). Money is decimals in a text, in the
shop's own currency unless a `…_set` says both. What one body needs to have tells it from all others.
"""

from typing import Annotated, Any

from msgspec import Meta, Struct

from twofold.contracts.payloads.base import Currency, Instant

from .parts import Number, Sum
from .shopify_refunds import Refund

Address = Annotated[str, Meta(pattern=r"^https?://", max_length=2048)]
Token = Annotated[str, Meta(min_length=1, max_length=200)]


class DiscountCode(Struct, frozen=True):
    code: Annotated[str, Meta(max_length=255)]


class Line(Struct, frozen=True):
    """`product_id` is null for what is in no catalogue. A checkout has `line_price`, an order only `price` of one."""

    quantity: Annotated[int, Meta(ge=0, le=10**6)]
    price: Sum
    title: str = ""
    product_id: int | None = None
    variant_id: int | None = None
    line_price: Sum | None = None


class Checkout(Struct, frozen=True):
    """checkouts/create and checkouts/update. `completed_at` is there once an order was made of it."""

    token: Token
    abandoned_checkout_url: Address
    currency: Currency
    total_price: Sum
    updated_at: Instant
    completed_at: Instant | None = None
    line_items: tuple[Line, ...] = ()
    discount_codes: tuple[DiscountCode, ...] = ()
    phone: str | None = None
    customer: Any = None
    billing_address: Any = None
    shipping_address: Any = None


class Order(Struct, frozen=True):
    """orders/create, orders/paid, orders/updated and orders/cancelled: the whole order, as it stands now."""

    id: Number
    order_number: int
    currency: Currency
    total_price: Sum
    created_at: Instant
    total_line_items_price: Sum | None = None
    checkout_token: Token | None = None
    cancelled_at: Instant | None = None
    discount_codes: tuple[DiscountCode, ...] = ()
    line_items: tuple[Line, ...] = ()
    refunds: tuple[Refund, ...] = ()
    phone: str | None = None
    customer: Any = None
    billing_address: Any = None
    shipping_address: Any = None
