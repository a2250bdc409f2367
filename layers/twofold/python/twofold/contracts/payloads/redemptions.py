"""Codes spent at the till, and taken back."""

from msgspec import UNSET, UnsetType

from .base import Answer, Currency, Money, Reference, Request, Short, SomeMoney
from .baskets import Lines
from .codes import OfferTerms


class RedemptionRequest(Request, frozen=True):
    """An order that spends the code. The same `order_id` again gets the same answer.

    `lines` are needed where the code is for certain products; `location` is a place's id.
    """

    order_id: Reference
    amount: Money
    currency: Currency
    location: Short | None = None
    cart_id: Reference | None = None
    lines: Lines | None = None


class RedemptionReceipt(Answer, frozen=True):
    """`discount_amount` is what the code takes off this order; absent for a free item."""

    redemption_id: str
    code: str
    order_id: str
    amount: int
    currency: str
    redeemed_at: str
    lead_id: str
    campaign_id: str
    discount: OfferTerms
    discount_amount: int | UnsetType = UNSET
    location: str | UnsetType = UNSET


class RollbackRequest(Request, frozen=True):
    """Takes a redemption back, wholly or by `amount` of the basket's value."""

    reason: Short
    amount: SomeMoney | None = None


class RollbackReceipt(Answer, frozen=True):
    """`rolled_back` is the sum taken back so far; `state` is rolled_back once the whole is."""

    redemption_id: str
    code: str
    state: str
    rolled_back: int
    currency: str
    reason: str
    rolled_back_at: str
