"""A CRM's questions, and the document that describes all of the API."""

from functools import cache
from typing import Any

from twofold.contracts.routes import LOOK_UP, OPENAPI
from twofold.entrypoints import http
from twofold.wiring import serve_partners as wiring

app = http.resolver(wiring.site())
door = http.Door(authorize=wiring.authorize(), edge=wiring.edge())
look_up = wiring.look_up_leads()


@http.serve(app, LOOK_UP, door)
def post_lookup() -> Any:
    return http.answer(200, look_up(http.request(app, LOOK_UP)))


@http.serve(app, OPENAPI)
def get_openapi() -> Any:
    return http.page("application/json", _document(), {"Cache-Control": "public, max-age=300"})


@cache
def _document() -> str:
    # Described when somebody asks: a look-up should not wait for it.
    from twofold.entrypoints.openapi import document

    return document(wiring.site().url)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
