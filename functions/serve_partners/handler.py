"""A CRM's questions, the coupons that it delivers and gives, and the document that describes all of the API."""

from functools import cache
from typing import Any

from twofold.contracts.routes.codes import DELIVER_CODES, GIVE_CODE
from twofold.contracts.routes.files import IMPORT, OPEN_IMPORT, OPENAPI
from twofold.contracts.routes.leads import LOOK_UP
from twofold.entrypoints import http
from twofold.entrypoints.lazily import Lazily
from twofold.entrypoints.partners import crm, docs, exports, leads, privacy, webhooks
from twofold.wiring import serve_partners as wiring

app = http.resolver(wiring.site())
door = http.Door(authorize=wiring.authorize(), edge=wiring.edge())
look_up = wiring.look_up_leads()
deliver_codes = wiring.deliver_codes()
give_code = wiring.give_code()
open_import = wiring.open_import()
show_import = wiring.show_import()

for room in (leads, privacy, webhooks, crm, exports, docs):
    room.register(app, door, Lazily(f"twofold.wiring.partners.{room.__name__.rpartition('.')[2]}"))


@http.serve(app, LOOK_UP, door)
def post_lookup() -> Any:
    return http.answer(200, look_up(http.request(app, LOOK_UP)))


@http.serve(app, DELIVER_CODES, door)
def post_codes(campaign_id: str) -> Any:
    return http.answer(202, deliver_codes(campaign_id, http.request(app, DELIVER_CODES)))


@http.serve(app, GIVE_CODE, door)
def post_gift(lead_id: str) -> Any:
    return http.done(give_code(lead_id, http.request(app, GIVE_CODE)))


@http.serve(app, OPEN_IMPORT, door)
def post_import() -> Any:
    return http.answer(201, open_import(http.request(app, OPEN_IMPORT)))


@http.serve(app, IMPORT, door)
def get_import(import_id: str) -> Any:
    return http.answer(200, show_import(import_id))


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
