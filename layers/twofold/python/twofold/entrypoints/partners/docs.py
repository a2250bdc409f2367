"""The page that shows all of the API."""

from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.contracts.routes.docs import DOCS, DOCS_STYLE
from twofold.entrypoints import http
from twofold.entrypoints.caching import AWHILE
from twofold.entrypoints.http import Door
from twofold.entrypoints.lazily import Lazily
from twofold.entrypoints.pages import HTML, SAFE


def register(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    """Answers at the addresses of `contracts.routes.docs` with what `wiring.partners.docs` makes; open to everybody."""

    @http.serve(app, DOCS)
    def get_docs() -> Any:
        return http.page(HTML, use.page, SAFE | AWHILE)

    @http.serve(app, DOCS_STYLE)
    def get_style() -> Any:
        return http.page("text/css; charset=utf-8", use.style, SAFE | AWHILE)
