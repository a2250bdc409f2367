"""Discount codes: whether they are good, kept for a cart, withdrawn."""

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from .base import Answer, Reference, Request, Short

DEFAULT_HOLD = 1_800
"""Seconds for which a cart has a code unless it says otherwise: half an hour, in which most who pay at all have paid,
and after which one who only looked keeps nobody at the till waiting."""

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
    by id, `place_names` what people call those that the campaign names; `starts_at` is when it begins to be good.
    """

    minimum: int | UnsetType = UNSET
    currency: str | UnsetType = UNSET
    products: tuple[str, ...] | UnsetType = UNSET
    places: tuple[str, ...] | UnsetType = UNSET
    place_names: dict[str, str] | UnsetType = UNSET
    starts_at: str | UnsetType = UNSET
    uses_left: int | UnsetType = UNSET


class CodeStatus(Answer, frozen=True):
    """`valid` answers the till's question; `reason` says why not, in one of the words of `contracts.reasons`.

    `expires_at` is the exact end, `last_day` (ISO 8601) the day to tell people, both absent without an end;
    `reserved_until` is there while a cart holds the code.
    """

    code: str
    state: str
    valid: bool
    campaign: CampaignName
    discount: OfferTerms
    reason: str | UnsetType = UNSET
    expires_at: str | UnsetType = UNSET
    last_day: str | UnsetType = UNSET
    terms: CodeTerms | UnsetType = UNSET
    reserved_until: str | UnsetType = UNSET


class ReservationRequest(Request, frozen=True):
    """A cart that wants the code kept for it; for `ttl_s` seconds."""

    cart_id: Reference
    ttl_s: Annotated[int, Meta(ge=1, le=LONGEST_HOLD)] = DEFAULT_HOLD


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
