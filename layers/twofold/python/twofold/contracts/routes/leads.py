"""Leads, as a CRM asks for them and changes them."""

from typing import Any, Literal

from twofold.contracts.events import CATALOGUE
from twofold.contracts.payloads.lead_story import Consents, Timeline
from twofold.contracts.payloads.leads import (
    LeadPatch,
    LeadPatched,
    LeadShown,
    LookupAnswer,
    LookupRequest,
    OptedOut,
    OptOutRequest,
)
from twofold.contracts.payloads.paging import PAGE

from .route import Route

_EVENT_TYPE: Any = Literal[tuple(CATALOGUE)]

LOOK_UP = Route(
    function="serve_partners",
    method="POST",
    path="/v1/leads/lookup",
    summary="Do we know these numbers or leads?",
    body=LookupRequest,
    answers={200: LookupAnswer},
    scopes=("leads:read",),
    refusals=(400, 413, 422),
)

LEAD = Route(
    function="serve_partners",
    method="GET",
    path="/v1/leads/{lead_id}",
    summary="A lead as they stand, with their number.",
    answers={200: LeadShown},
    scopes=("leads:read",),
    refusals=(404,),
    versioned=True,
)

LEAD_TIMELINE = Route(
    function="serve_partners",
    method="GET",
    path="/v1/leads/{lead_id}/timeline",
    summary="What happened to a lead, the newest first.",
    query={**PAGE, "type": _EVENT_TYPE},
    answers={200: Timeline},
    scopes=("leads:read",),
    refusals=(404, 422),
)

LEAD_CONSENTS = Route(
    function="serve_partners",
    method="GET",
    path="/v1/leads/{lead_id}/consents",
    summary="What a lead agreed to and took back, word for word.",
    query=PAGE,
    answers={200: Consents},
    scopes=("leads:read",),
    refusals=(404, 422),
)

PATCH_LEAD = Route(
    function="serve_partners",
    method="PATCH",
    path="/v1/leads/{lead_id}",
    summary="Change a lead's attributes, tags and stage.",
    body=LeadPatch,
    answers={200: LeadPatched},
    scopes=("leads:write",),
    refusals=(400, 404, 413, 422),
    versioned=True,
)

OPT_OUT = Route(
    function="serve_partners",
    method="POST",
    path="/v1/leads/{lead_id}/opt-out",
    summary="A lead wants no more texts; told again, it changes nothing.",
    body=OptOutRequest,
    answers={201: OptedOut, 200: OptedOut},
    scopes=("leads:write",),
    refusals=(400, 404, 413, 422),
)
