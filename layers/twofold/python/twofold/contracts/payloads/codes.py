"""Discount codes at the till."""

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from .base import Answer, Currency, Money, Reference, Request, Short


class OfferTerms(Answer, frozen=True):
    """What a code is worth: `kind` is percent (value 20 is 20 %), amount (minor units) or item."""

    title: str
    kind: str
    value: int
    currency: str | UnsetType = UNSET


class CampaignName(Answer, frozen=True):
    campaign_id: str
    brand: str


class CodeStatus(Answer, frozen=True):
    """`valid` answers the till's question; `reason` says why not: redeemed, expired, revoked."""

    code: str
    state: str
    valid: bool
    campaign: CampaignName
    discount: OfferTerms
    reason: str | UnsetType = UNSET
    expires_at: str | UnsetType = UNSET


class RedemptionRequest(Request, frozen=True):
    """An order that spends the code. The same `order_id` again gets the same answer."""

    order_id: Reference
    amount: Money
    currency: Currency
    location: Short | None = None
    cart_id: Reference | None = None


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
    amount: Annotated[int, Meta(ge=1, le=10**12)] | None = None


class RollbackReceipt(Answer, frozen=True):
    """`rolled_back` is the sum taken back so far; `state` is rolled_back once the whole is."""

    redemption_id: str
    code: str
    state: str
    rolled_back: int
    currency: str
    reason: str
    rolled_back_at: str
