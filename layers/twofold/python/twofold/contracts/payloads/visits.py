"""Meeting an asset, and what is done on the brand's own site."""

from typing import Annotated, Literal

from msgspec import Meta

from .base import _END, Answer, Id, Request, Short, Url

VisitLabel = Annotated[
    str,
    Meta(
        pattern=rf"^[a-z0-9][a-z0-9-]{{0,39}}{_END}", description="what was viewed or begun, such as `menu`"
    ),
]
VisitId = Annotated[
    str,
    Meta(
        pattern=rf"^vst_[A-Za-z0-9_-]{{1,60}}{_END}", description="as an earlier answer, or a link, told it"
    ),
]
Utm = Annotated[dict[Short, Short], Meta(max_length=8)]


class VisitRequest(Request, frozen=True):
    """`shown` and `dismissed` are only counted; `opened`, `scanned` and `tapped` begin a visit.

    `viewed`, with a `label`, tells what was done on the brand's site; `visit_id` says in which visit.
    """

    asset_id: Id
    kind: Literal["shown", "opened", "dismissed", "scanned", "tapped", "viewed"]
    label: VisitLabel | None = None
    visit_id: VisitId | None = None
    variant: Id | None = None
    page_url: Url | None = None
    utm: Utm | None = None
    referral: Id | None = None


class VisitAccepted(Answer, frozen=True):
    """`visit_id` ties a later sign-up to the visit: the one that was sent, or a new one."""

    visit_id: str
