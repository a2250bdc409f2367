"""Leads, as a partner asks for them and changes them."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from .base import A_LINE, WORDS, Answer, Id, PhoneText, Request

MOST_ATTRIBUTES, LONGEST_VALUE, MOST_TAGS = 50, 500, 50
"""Of one lead: attributes, characters of one's value, tags. A sign-up brings 20 and 100 at most; a CRM knows more."""

Stage = Literal["subscriber", "lead", "mql", "sql", "customer", "advocate"]

AttributeName = Annotated[str, Meta(min_length=1, max_length=100, pattern=WORDS)]
AttributeValue = Annotated[str, Meta(min_length=1, max_length=LONGEST_VALUE, pattern=A_LINE)]
LeadTag = Annotated[str, Meta(min_length=1, max_length=100, pattern=WORDS)]
Words = Annotated[str, Meta(min_length=1, max_length=1_000)]


class LookupRequest(Request, frozen=True):
    """Either numbers or lead ids, not both.

    A lead id is a keyed hash of the number (26 characters): who keeps it need not keep the number to ask again.
    """

    phones: Annotated[list[PhoneText], Meta(min_length=1, max_length=100)] | None = None
    lead_ids: Annotated[list[Id], Meta(min_length=1, max_length=100)] | None = None


class LeadCode(Answer, frozen=True):
    code: str
    state: str
    campaign_id: str
    expires_at: str | UnsetType = UNSET


class LookedUp(Answer, frozen=True):
    """One asked-for lead, in the order of the question; `phone` is what was asked.

    `status`: pending, confirmed or opted_out. `consents` are the scopes that they agree to now.
    """

    exists: bool
    phone: str | UnsetType = UNSET
    lead_id: str | UnsetType = UNSET
    status: str | UnsetType = UNSET
    consents: list[str] | UnsetType = UNSET
    codes: list[LeadCode] | UnsetType = UNSET
    stage: str | UnsetType = UNSET
    tags: list[str] | UnsetType = UNSET


class LookupAnswer(Answer, frozen=True):
    leads: list[LookedUp]


class MetAt(Answer, frozen=True):
    """Where a lead met us first."""

    campaign_id: str
    asset_id: str | UnsetType = UNSET
    place: str | UnsetType = UNSET


class Activity(Answer, frozen=True):
    """The day (UTC) on which a lead last joined, clicked, replied or ordered, and on how many days they did."""

    last_on: str
    days: int


class LeadShown(Answer, frozen=True):
    """A lead as they stand. `version` rises with every change, and is what the ETag says.

    `status`: pending (brought by a file without proof of consent), confirmed or opted_out. `consents` are the scopes
    that they agree to now. `hold` keeps marketing back, until `held_until` or until somebody lifts it. Of somebody who
    left before we knew them there is no `phone`.
    """

    lead_id: str
    status: str
    version: int
    stage: str
    consents: list[str]
    tags: list[str]
    attributes: dict[str, str]
    codes: list[LeadCode]
    phone: str | UnsetType = UNSET
    country: str | UnsetType = UNSET
    locale: str | UnsetType = UNSET
    hold: str | UnsetType = UNSET
    held_until: str | UnsetType = UNSET
    opted_out_at: str | UnsetType = UNSET
    origin: MetAt | UnsetType = UNSET
    activity: Activity | UnsetType = UNSET


class TagChange(Request, frozen=True):
    """Tags that come and that go; one that is to do both comes."""

    add: Annotated[tuple[LeadTag, ...], Meta(max_length=20)] = ()
    remove: Annotated[tuple[LeadTag, ...], Meta(max_length=20)] = ()


class LeadPatch(Request, frozen=True):
    """What is to change of a lead; what is not named stays. An attribute that is null goes.

    `stage` moves them forward or back. `version` is the one that the sender has seen: of a lead who has changed since,
    the change is dropped.
    """

    attributes: Annotated[dict[AttributeName, AttributeValue | None], Meta(max_length=20)] | None = None
    stage: Stage | None = None
    tags: TagChange | None = None
    version: Annotated[int, Meta(ge=0, le=10**15)] | None = None


class LeadPatched(Answer, frozen=True):
    """`changed`: attributes, tags, stage; empty when all of it was so already. Not `applied`: the change came late."""

    lead_id: str
    version: int
    applied: bool
    changed: list[str]


class OptOutRequest(Request, frozen=True):
    """They want no more texts. `text` is what they said, word for word, kept as the evidence of it."""

    text: Words | None = None


class OptedOut(Answer, frozen=True):
    lead_id: str
    status: str
    version: int
