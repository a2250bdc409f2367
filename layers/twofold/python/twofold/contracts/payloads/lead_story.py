"""What happened to a lead, and what they agreed to, as a partner asks for it."""

from typing import Any

from msgspec import UNSET, UnsetType

from .base import Answer
from .paging import Page


class Happened(Answer, frozen=True):
    """One event of a lead, as webhooks tell it; `data` is described by its `type`."""

    id: str
    type: str
    time: str
    version: int
    origin: str
    data: dict[str, Any]
    campaign_id: str | UnsetType = UNSET
    asset_id: str | UnsetType = UNSET
    place: str | UnsetType = UNSET


class Timeline(Page, frozen=True):
    """What happened to a lead, the newest first."""

    events: list[Happened]


class ConsentEvidence(Answer, frozen=True):
    """Under which circumstances somebody agreed or left, word for word; `wording` is what they saw, or what they said.

    `method`: web, keyword, import or partner.
    """

    wording: str = ""
    wording_version: str = ""
    ticked_at: str = ""
    method: str = ""
    locale: str = ""
    page_url: str = ""
    address: str = ""
    user_agent: str = ""
    visit_id: str = ""
    variant: str = ""
    referral: str = ""
    challenge_id: str = ""
    campaign_id: str = ""
    asset_id: str = ""
    place: str = ""
    utm: dict[str, str] = {}  # noqa: RUF012 - msgspec gives every struct one of its own


class ConsentLink(Answer, frozen=True):
    """One link of a lead's chain of consents. `action`: given, resumed, imported, withdrawn or erased.

    `digest` covers the link and, by `previous`, all links before it. Without `evidence` it was erased.
    """

    seq: int
    action: str
    at: str
    scopes: list[str]
    digest: str
    previous: str
    evidence: ConsentEvidence | UnsetType = UNSET


class Consents(Page, frozen=True):
    """A lead's chain of consents, the oldest first."""

    consents: list[ConsentLink]
