"""What somebody may ask for by law: to be forgotten, and to see what is kept."""

from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.contracts.routes.privacy import ERASE
from twofold.entrypoints import http
from twofold.entrypoints.http import Door
from twofold.entrypoints.lazily import Lazily
from twofold.entrypoints.versions import if_match


def register(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    """Answers at the addresses of `contracts.routes.privacy` with the use cases of `wiring.partners.privacy`."""

    @http.serve(app, ERASE, door)
    def delete_lead(lead_id: str) -> Any:
        told_by = http.caller(app).system
        return http.answer(202, use.erase(lead_id, source="partner", told_by=told_by, expected=if_match(app)))
