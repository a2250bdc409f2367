"""The parts of Shopify's bodies that we read, and nothing else of the hundred fields that each has.

https://shopify.dev/docs/api/webhooks (REST-shaped payloads, 2025-01 and later). Money is decimals in a text, in the
shop's own currency unless a `…_set` says both. What one body needs to have tells it from all others.
"""

import re
from typing import Annotated, Any

from msgspec import Meta, Struct

from twofold.contracts.payloads.base import Currency, Instant

Sum = Annotated[str, Meta(max_length=40)]
Number = Annotated[int, Meta(ge=1, le=2**63 - 1)]
Address = Annotated[str, Meta(pattern=r"^https?://", max_length=2048)]
Token = Annotated[str, Meta(min_length=1, max_length=200)]

DOMAIN = re.compile(r"[a-z0-9][a-z0-9-]{0,80}\.myshopify\.com", re.ASCII)
Domain = Annotated[str, Meta(pattern=rf"^{DOMAIN.pattern}$(?!\n)")]


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


class Money(Struct, frozen=True):
    amount: Sum
    currency_code: Currency


class MoneyBag(Struct, frozen=True):
    shop_money: Money


class Transaction(Struct, frozen=True):
    """`kind` refund is money that goes back; `currency` may be the customer's."""

    kind: str
    status: str
    amount: Sum
    currency: Currency


class RefundLine(Struct, frozen=True):
    subtotal_set: MoneyBag
    total_tax_set: MoneyBag


class Adjustment(Struct, frozen=True):
    """What went back beside the lines, below nothing: `-8.00` of shipping. Above nothing: less than the lines say."""

    amount_set: MoneyBag
    tax_amount_set: MoneyBag | None = None


class Refund(Struct, frozen=True):
    """refunds/create, and each of an order's `refunds`."""

    id: Number
    order_id: Number
    transactions: tuple[Transaction, ...]
    refund_line_items: tuple[RefundLine, ...]
    order_adjustments: tuple[Adjustment, ...] = ()


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


class Customer(Struct, frozen=True):
    id: Number
    phone: str | None = None


class DataRequest(Struct, frozen=True):
    id: Number


class CustomerData(Struct, frozen=True):
    """customers/data_request."""

    shop_domain: Domain
    customer: Customer
    data_request: DataRequest
    orders_requested: tuple[Number, ...]


class CustomerErasure(Struct, frozen=True):
    """customers/redact."""

    shop_domain: Domain
    customer: Customer
    orders_to_redact: tuple[Number, ...]


class ShopErasure(Struct, frozen=True):
    """shop/redact, 48 hours after the app was removed. A body with a customer is another one."""

    shop_domain: Domain
    shop_id: Number
    customer: None = None
