"""Leads, as a CRM asks for them and changes them."""

from twofold.contracts.payloads.leads import LookupAnswer, LookupRequest

from .route import Route

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
