"""Bodies of requests and answers of the HTTP contract, version 1.

Requests are strict: closed to unknown fields, bounded, no coercion. Money is in minor units (cents) with an
ISO 4217 currency; times are UTC, ISO 8601 to the second (`2026-11-22T09:00:00Z`).
"""

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

Id = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:#-]+$")]
Short = Annotated[str, Meta(min_length=1, max_length=100)]
Url = Annotated[str, Meta(min_length=1, max_length=2048)]
Locale = Annotated[str, Meta(pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$", max_length=35)]
Country = Annotated[str, Meta(pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2")]
PhoneText = Annotated[str, Meta(min_length=3, max_length=40, description="national or international writing")]
Money = Annotated[int, Meta(ge=0, le=10**12, description="minor units of the currency")]
Currency = Annotated[str, Meta(pattern="^[A-Z]{3}$", description="ISO 4217")]
VerificationCode = Annotated[str, Meta(pattern=r"^\s*\d{3}[\s-]?\d{3}\s*$", max_length=16)]


class Request(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a caller sends."""


class Answer(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What a caller gets; fields left UNSET do not appear."""


class ConsentGiven(Request, frozen=True):
    """The text that stood beside the box, by its version, and that the box was ticked."""

    version: Id
    accepted: bool


class SignupRequest(Request, frozen=True):
    """A number left at an asset. `country` says how to read a national number; default is the asset's first."""

    asset_id: Id
    phone: PhoneText
    consent: ConsentGiven
    country: Country | None = None
    visit_id: Id | None = None
    locale: Locale | None = None
    page_url: Url | None = None
    utm: Annotated[dict[Short, Short], Meta(max_length=8)] | None = None
    attributes: Annotated[dict[Short, Short], Meta(max_length=20)] | None = None
    referral: Id | None = None


class SignupAccepted(Answer, frozen=True):
    """The same for every number that could be a mobile phone: whether we know it is not told.

    `resend_after` is in seconds from now.
    """

    challenge_id: str
    resend_after: int
    expires_at: str


class ConfirmationRequest(Request, frozen=True):
    """The six digits of the text."""

    code: VerificationCode


class ConfirmedLead(Answer, frozen=True):
    lead_id: str
    status: str
    returning: bool


class OwnDiscount(Answer, frozen=True):
    """The discount code of this lead; `expires_at` is absent when it never expires."""

    code: str
    title: str
    redeem_url: str
    qr_url: str
    expires_at: str | UnsetType = UNSET


class Confirmation(Answer, frozen=True):
    lead: ConfirmedLead
    discount: OwnDiscount


class ConsentText(Answer, frozen=True):
    version: str
    text: str
    terms_url: str
    privacy_url: str


class AssetSettings(Answer, frozen=True):
    """What a widget needs to greet a visitor."""

    asset_id: str
    kind: str
    brand: str
    title: str
    locale: str
    countries: list[str]
    consent: ConsentText
    texts: dict[str, str]
    rules: dict[str, int]
    theme: dict[str, str]


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

    order_id: Id
    amount: Money
    currency: Currency
    location: Short | None = None
    cart_id: Id | None = None


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


class LookupRequest(Request, frozen=True):
    """Either numbers or lead ids, not both."""

    phones: Annotated[list[PhoneText], Meta(min_length=1, max_length=100)] | None = None
    lead_ids: Annotated[list[Id], Meta(min_length=1, max_length=100)] | None = None


class LeadCode(Answer, frozen=True):
    code: str
    state: str
    campaign_id: str
    expires_at: str | UnsetType = UNSET


class LookedUp(Answer, frozen=True):
    """One asked-for lead, in the order of the question; `phone` is what was asked."""

    exists: bool
    phone: str | UnsetType = UNSET
    lead_id: str | UnsetType = UNSET
    status: str | UnsetType = UNSET
    consents: list[str] | UnsetType = UNSET
    codes: list[LeadCode] | UnsetType = UNSET


class LookupAnswer(Answer, frozen=True):
    leads: list[LookedUp]


class FieldFault(Answer, frozen=True):
    """One fault in a request: `field` is its path, such as `consent.accepted`."""

    field: str
    detail: str


class Problem(Answer, frozen=True):
    """RFC 9457. `code` is stable; `retry_after` is seconds; `attempts_left` comes with `wrong_code`."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: list[FieldFault] | UnsetType = UNSET
    retry_after: int | UnsetType = UNSET
    attempts_left: int | UnsetType = UNSET
