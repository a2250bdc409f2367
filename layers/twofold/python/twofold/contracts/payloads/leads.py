"""Leads, as a partner asks for them."""

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from .base import Answer, Id, PhoneText, Request


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
