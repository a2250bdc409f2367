"""What somebody may ask for by law: to be forgotten, to see what is kept, to have it proved."""

from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.contracts.payloads.privacy import EvidenceKey
from twofold.contracts.routes.privacy import ERASE, EVIDENCE, EVIDENCE_KEY, SUBJECT
from twofold.entrypoints import http
from twofold.entrypoints.caching import NO_STORE
from twofold.entrypoints.http import Door
from twofold.entrypoints.lazily import Lazily
from twofold.entrypoints.versions import if_match


def register(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    """Answers at the addresses of `contracts.routes.privacy` with the use cases of `wiring.partners.privacy`."""

    @http.serve(app, ERASE, door)
    def delete_lead(lead_id: str) -> Any:
        told_by, expected = http.caller(app).system, if_match(app)
        return http.answer(202, use.erase(lead_id, source="partner", told_by=told_by, expected=expected))

    @http.serve(app, SUBJECT, door)
    def get_export(lead_id: str) -> Any:
        return http.answer(200, use.tell(lead_id))

    @http.serve(app, EVIDENCE, door)
    def get_evidence(lead_id: str) -> Any:
        # As it was written, to the byte: that is what it is verified by.
        return http.page("application/json", use.prove(lead_id), dict(NO_STORE))

    @http.serve(app, EVIDENCE_KEY, door)
    def get_evidence_key() -> Any:
        key = use.key
        told = EvidenceKey(algorithm=key.algorithm, public_key=key.public, fingerprint=key.fingerprint)
        return http.answer(200, told)
