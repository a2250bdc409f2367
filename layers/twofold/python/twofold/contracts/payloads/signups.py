"""Leaving a number, and confirming it."""

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from .base import Answer, Country, Id, Locale, PhoneText, Request, Short, Url, VerificationCode


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
    variant: Id | None = None


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


GOOD_STATES = frozenset({"issued", "reserved", "rolled_back"})
"""Those of a code that its lead can spend, be it from the cart that holds it, unless its time is over."""


class OwnDiscount(Answer, frozen=True):
    """The discount code of this lead; `expires_at`, its exact end, and `last_day`, the day to tell people, are absent
    when it never expires.

    `state` is issued, reserved or rolled_back while the code is good, else redeemed, expired or revoked.
    """

    code: str
    title: str
    redeem_url: str
    qr_url: str
    state: str
    expires_at: str | UnsetType = UNSET
    last_day: str | UnsetType = UNSET

    @property
    def good(self) -> bool:
        return self.state in GOOD_STATES


class Magnet(Answer, frozen=True):
    """Something handed over for the sign-up; `url` works for some days."""

    title: str
    url: str


class Confirmation(Answer, frozen=True):
    """`referral_url` is the lead's own link to bring friends with, where the campaign has such an offer.

    `discount` is absent only when there is no code to be had; `no_code` then says promised (it follows by text) or
    used_up (all of them are given out).
    """

    lead: ConfirmedLead
    discount: OwnDiscount | UnsetType = UNSET
    no_code: str | UnsetType = UNSET
    referral_url: str | UnsetType = UNSET
    magnet: Magnet | UnsetType = UNSET
