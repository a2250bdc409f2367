"""What somebody may ask for by law: to be forgotten, to see what is kept, to have it proved."""

from twofold.contracts.payloads.privacy import ErasedLead

from .route import Route

ERASE = Route(
    function="serve_partners",
    method="DELETE",
    path="/v1/leads/{lead_id}",
    summary="Forget a lead everywhere; a mark stays, by which no file and no other system brings them back",
    answers={202: ErasedLead},
    scopes=("leads:write",),
    refusals=(404, 412, 422),
)
