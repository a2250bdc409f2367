"""What somebody may ask for by law: to be forgotten, to see what is kept, to have it proved."""

from twofold.contracts.payloads.privacy import ErasedLead, EvidenceBundle, EvidenceKey, SubjectData

from .route import Route

ERASE = Route(
    function="serve_partners",
    method="DELETE",
    path="/v1/leads/{lead_id}",
    summary="Forget a lead everywhere; a mark stays, by which no file and no other system brings them back",
    answers={202: ErasedLead},
    scopes=("leads:write",),
    refusals=(404, 422),
    versioned=True,
)
SUBJECT = Route(
    function="serve_partners",
    method="GET",
    path="/v1/leads/{lead_id}/export",
    summary="All that is kept of a lead, as one document",
    answers={200: SubjectData},
    scopes=("data",),
    refusals=(404,),
)
EVIDENCE = Route(
    function="serve_partners",
    method="GET",
    path="/v1/leads/{lead_id}/evidence",
    summary="What proves a lead's consent, signed; it is verified offline",
    answers={200: EvidenceBundle},
    scopes=("data",),
    refusals=(404,),
)
EVIDENCE_KEY = Route(
    function="serve_partners",
    method="GET",
    path="/v1/evidence/key",
    summary="The key that evidence is signed with",
    answers={200: EvidenceKey},
    scopes=("data",),
)
