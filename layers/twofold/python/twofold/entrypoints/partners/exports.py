"""Exports: asked for, and fetched."""

from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.contracts.routes.exports import EXPORT, OPEN_EXPORT
from twofold.entrypoints import http
from twofold.entrypoints.http import Door
from twofold.entrypoints.lazily import Lazily


def register(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    """Answers at the addresses of `contracts.routes.exports` with the use cases of `wiring.partners.exports`."""

    @http.serve(app, OPEN_EXPORT, door)
    def post_export() -> Any:
        request, key = http.request(app, OPEN_EXPORT), http.request_key(app, OPEN_EXPORT)
        opened = use.open_export(request, key.mark if key else None)
        return http.answer(201, use.show_export.told(opened))

    @http.serve(app, EXPORT, door)
    def get_export(export_id: str) -> Any:
        return http.answer(200, use.show_export(export_id))
