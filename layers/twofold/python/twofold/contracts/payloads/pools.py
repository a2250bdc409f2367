"""Coupons that come from elsewhere: delivered into a campaign's pool, by the API or as a file."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from .base import Answer, Id, Request, Short


class CodeDelivery(Request, frozen=True):
    codes: Annotated[tuple[str, ...], Meta(min_length=1, max_length=1_000)]


class LineFault(Answer, frozen=True):
    """`line` counts from 1 (of a delivery: the place in the list); `reason` is a stable word."""

    line: int
    reason: str


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


class ImportRequest(Request, frozen=True):
    """A file of coupons to come: CSV in UTF-8, a code a line, with or without a heading; `expires_at` may follow."""

    kind: Literal["codes"]
    campaign_id: Id


class ImportOpened(Answer, frozen=True):
    """PUT the file to `upload_url` before `upload_until`, with `upload_headers`; it is read as soon as it is there."""

    import_id: str
    upload_url: str
    upload_until: str
    upload_headers: dict[str, str]


class ImportProgress(Answer, frozen=True):
    """`state` is waiting (for the file), running, finished or failed (`why` says it to a person).

    `bytes` of `size` are read. `faults` are the first thousand; `bad` counts all.
    """

    import_id: str
    kind: str
    campaign_id: str
    state: str
    lines: int
    added: int
    known: int
    bad: int
    faults: tuple[LineFault, ...]
    bytes: int | UnsetType = UNSET
    size: int | UnsetType = UNSET
    why: str | UnsetType = UNSET
    finished_at: str | UnsetType = UNSET
