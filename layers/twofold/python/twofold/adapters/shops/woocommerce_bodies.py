"""The parts of WooCommerce's orders that we read, and nothing else of them.

https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties (`WP REST API Integration v3`, which a new
webhook has). Money is decimals in a text, with as many as the shop shows; times that end in `_gmt` are of UTC and do
not say so.
"""

from datetime import datetime
from typing import Annotated, Any

from msgspec import Meta, Struct, field

from twofold.contracts.payloads.base import Currency

from .parts import Number, Sum

Status = Annotated[str, Meta(min_length=1, max_length=40)]


class Coupon(Struct, frozen=True):
    """`code` in lower case, however it was typed."""

    code: Annotated[str, Meta(max_length=255)]


class Line(Struct, frozen=True):
    """`subtotal` is before coupons, and without its tax. `product_id` is 0 where the product is gone."""

    quantity: float
    subtotal: Sum
    subtotal_tax: Sum = "0"
    name: str | None = None
    product_id: int = 0
    variation_id: int = 0


class Refund(Struct, frozen=True):
    """`total` is below nothing: `-10.00`."""

    id: Number
    total: Sum


class Link(Struct, frozen=True):
    href: Annotated[str, Meta(pattern=r"^https?://", max_length=2048)]


class Links(Struct, frozen=True):
    itself: tuple[Link, ...] = field(name="self", default=())


class Order(Struct, frozen=True):
    """order.created and order.updated: the whole order, as it stands now."""

    id: Number
    status: Status
    currency: Currency
    total: Sum
    date_created_gmt: datetime | None = None
    date_modified_gmt: datetime | None = None
    line_items: tuple[Line, ...] = ()
    coupon_lines: tuple[Coupon, ...] = ()
    refunds: tuple[Refund, ...] = ()
    payment_url: str | None = None
    billing: Any = None
    links: Links = field(name="_links", default=Links())
