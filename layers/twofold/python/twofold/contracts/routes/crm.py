"""What CRMs tell in their own words: with a key, or signed."""

from twofold.contracts.payloads.crm import CrmChangesTaken, FlatRecord, HubSpotChange

from .route import Route

HUBSPOT_CHANGES = Route(
    function="serve_partners",
    method="POST",
    path="/v1/crm/hubspot",
    summary="HubSpot's webhook events, brought by somebody with a key: what changed there changes here.",
    body=list[HubSpotChange],
    answers={200: CrmChangesTaken},
    scopes=("leads:write",),
    refusals=(400, 413, 422),
)

SALESFORCE_CHANGES = Route(
    function="serve_partners",
    method="POST",
    path="/v1/crm/salesforce",
    summary="A Lead of Salesforce as it stands there, or what changed of it.",
    body=FlatRecord,
    answers={200: CrmChangesTaken},
    scopes=("leads:write",),
    refusals=(400, 413, 422),
)

KLAVIYO_CHANGES = Route(
    function="serve_partners",
    method="POST",
    path="/v1/crm/klaviyo",
    summary="A profile of Klaviyo as a flow's webhook sends it.",
    body=FlatRecord,
    answers={200: CrmChangesTaken},
    scopes=("leads:write",),
    refusals=(400, 413, 422),
)

HUBSPOT_SIGNED = Route(
    function="serve_partners",
    method="POST",
    path="/callbacks/hubspot",
    summary="HubSpot's webhook events, as an app of HubSpot posts them.",
    body=list[HubSpotChange],
    answers={200: CrmChangesTaken},
    signed_by=("X-HubSpot-Signature-v3", "X-HubSpot-Request-Timestamp"),
    refusals=(400, 401, 404, 413, 422),
)
