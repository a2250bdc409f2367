"""What shops report: carts, orders and refunds."""

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from .base import (
    MOST_CODES,
    Answer,
    Country,
    Currency,
    Id,
    Instant,
    Money,
    PhoneText,
    Reference,
    Request,
    Short,
    SomeMoney,
    Url,
)
from .baskets import Lines

Codes = Annotated[tuple[Short, ...], Meta(max_length=MOST_CODES)]


class CartReport(Request, frozen=True):
    """A cart as it stands now; `updated_at` tells a late report from a new one (without it: as it comes in).

    Whose it is, is told by a code, a lead's id or a number, in this order; `url` is where its owner goes on with it.
    """

    cart_id: Reference
    amount: Money
    currency: Currency
    phone: PhoneText | None = None
    country: Country | None = None
    lead_id: Id | None = None
    code: Short | None = None
    items: Lines = ()
    url: Url | None = None
    updated_at: Instant | None = None


class OrderReport(Request, frozen=True):
    """An order that was placed. `amount` is what was paid for it, discounts taken off.

    `codes` are the coupons that it used, ours or not; without one of ours it is matched by lead, number or cart.
    """

    order_id: Reference
    amount: Money
    currency: Currency
    codes: Codes = ()
    phone: PhoneText | None = None
    country: Country | None = None
    lead_id: Id | None = None
    cart_id: Reference | None = None
    location: Short | None = None
    items: Lines = ()
    placed_at: Instant | None = None


class RefundReport(Request, frozen=True):
    """Money that went back: `amount` of the order's, or all that is left. `refund_id` tells two from one told twice."""

    refund_id: Reference
    amount: SomeMoney | None = None
    reason: Short | None = None


class CartTaken(Answer, frozen=True):
    """`matched`: whether it is a lead's; `state` is open or ordered."""

    cart_id: str
    matched: bool
    state: str


class OrderTaken(Answer, frozen=True):
    """`matched_by` is code, lead, phone or cart; absent when it is nobody's we know.

    `redemption_id` is there where a code of ours was spent on it, `code_reason` where one could not be.
    """

    order_id: str
    matched: bool
    refunded: int
    matched_by: str | UnsetType = UNSET
    code: str | UnsetType = UNSET
    redemption_id: str | UnsetType = UNSET
    code_reason: str | UnsetType = UNSET


class RefundTaken(Answer, frozen=True):
    """`refunded` is the sum of the order's refunds so far; `waiting`: the order itself is not here yet."""

    order_id: str
    refund_id: str
    refunded: int
    waiting: bool


class CodeInCart(Request, frozen=True):
    """What the cart page's script tells: this code was put into this cart. The answer is the same for any code."""

    asset_id: Id
    cart_id: Reference
    code: Short
    amount: Money | None = None
    currency: Currency | None = None
    url: Url | None = None


class CodeInCartTaken(Answer, frozen=True):
    cart_id: str
