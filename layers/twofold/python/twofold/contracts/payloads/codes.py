"""Discount codes at the till."""

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from .base import Answer, Currency, Money, Reference, Request, Short

MOST_LINES = 500
"""Lines of one basket."""

LONGEST_HOLD = 86_400
"""Seconds for which a cart may reserve a code."""


class OfferTerms(Answer, frozen=True):
    """What a code is worth: `kind` is percent (value 20 is 20 %), amount (minor units) or item."""

    title: str
    kind: str
    value: int
    currency: str | UnsetType = UNSET


class CampaignName(Answer, frozen=True):
    campaign_id: str
    brand: str


class CodeTerms(Answer, frozen=True):
    """What else a code asks for; a field is absent where it asks for nothing.

    `minimum` is the least basket in minor units of `currency`; `products` of which the basket must hold one; `places`
    by id; `starts_at` is when it begins to be good.
    """

    minimum: int | UnsetType = UNSET
    currency: str | UnsetType = UNSET
    products: tuple[str, ...] | UnsetType = UNSET
    places: tuple[str, ...] | UnsetType = UNSET
    starts_at: str | UnsetType = UNSET
    uses_left: int | UnsetType = UNSET


class CodeStatus(Answer, frozen=True):
    """`valid` answers the till's question; `reason` says why not, in one of the words of `contracts.reasons`.

    `reserved_until` is there while a cart holds the code.
    """

    code: str
    state: str
    valid: bool
    campaign: CampaignName
    discount: OfferTerms
    reason: str | UnsetType = UNSET
    expires_at: str | UnsetType = UNSET
    terms: CodeTerms | UnsetType = UNSET
    reserved_until: str | UnsetType = UNSET


class BasketLine(Request, frozen=True):
    """One line of a basket: `amount` is the line's whole worth, `product_id` as the campaign's rules call it."""

    product_id: Reference
    amount: Money
    quantity: Annotated[int, Meta(ge=1, le=10**6)] = 1
    title: Short | None = None


Lines = Annotated[tuple[BasketLine, ...], Meta(max_length=MOST_LINES)]


class ReservationRequest(Request, frozen=True):
    """A cart that wants the code kept for it; `ttl_s` seconds, 30 minutes unless it says otherwise."""

    cart_id: Reference
    ttl_s: Annotated[int, Meta(ge=1, le=LONGEST_HOLD)] = 1_800


class Reservation(Answer, frozen=True):
    """Nobody but this cart can spend the code before `reserved_until`."""

    code: str
    cart_id: str
    reserved_until: str
    discount: OfferTerms


class RevocationRequest(Request, frozen=True):
    """Withdraws a code for good."""

    reason: Short


class RevocationReceipt(Answer, frozen=True):
    code: str
    state: str
    reason: str
    revoked_at: str


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
