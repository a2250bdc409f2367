"""Coupons that come from elsewhere: delivered into a campaign's pool, or given to a lead."""

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from .base import Answer, Id, Request, Short


class CodeDelivery(Request, frozen=True):
    codes: Annotated[tuple[str, ...], Meta(min_length=1, max_length=1_000)]


class LineFault(Answer, frozen=True):
    """`line` counts from 1 (of a delivery: the place in the list); `reason` and `column` are stable words."""

    line: int
    reason: str
    column: str | UnsetType = UNSET


class CodesDelivered(Answer, frozen=True):
    """`added` are in the pool now, `known` were there before, `bad` cannot be codes (`faults` says why)."""

    campaign_id: str
    added: int
    known: int
    bad: int
    faults: tuple[LineFault, ...]


class GiftRequest(Request, frozen=True):
    """Gives a lead a code of this campaign: the one named, else one as a sign-up would get it."""

    campaign_id: Id
    code: Short | None = None


class Gift(Answer, frozen=True):
    code: str
    lead_id: str
    campaign_id: str
    redeem_url: str
    expires_at: str | UnsetType = UNSET
