"""A CRM's questions about single leads, and its changes of them."""

from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.contracts.routes.leads import LEAD, LEAD_CONSENTS, LEAD_TIMELINE, OPT_OUT, PATCH_LEAD
from twofold.entrypoints import cursors, http, versions
from twofold.entrypoints.http import Door
from twofold.entrypoints.lazily import Lazily


def register(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    """Answers at the addresses of `contracts.routes.leads` with the use cases of `wiring.partners.leads`."""
    _register_questions(app, door, use)
    _register_changes(app, door, use)


def _register_questions(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    @http.serve(app, LEAD, door)
    def get_lead(lead_id: str) -> Any:
        shown = use.show_lead(lead_id)
        return http.answer(200, shown, versions.tagged(shown.version))

    @http.serve(app, LEAD_TIMELINE, door)
    def get_timeline(lead_id: str) -> Any:
        of, kind = f"timeline/{lead_id}", http.query(app).get("type")
        asked = cursors.asked(app, of)
        page = use.show_timeline(lead_id, after=asked.after, limit=asked.limit, kind=kind)
        return http.answer(200, cursors.turned(page, of))

    @http.serve(app, LEAD_CONSENTS, door)
    def get_consents(lead_id: str) -> Any:
        of = f"consents/{lead_id}"
        asked = cursors.asked(app, of)
        page = use.show_consents(lead_id, after=asked.after, limit=asked.limit)
        return http.answer(200, cursors.turned(page, of))


def _register_changes(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    @http.serve(app, PATCH_LEAD, door)
    def patch_lead(lead_id: str) -> Any:
        told_by, expected = http.caller(app).system, versions.if_match(app)
        patched = use.update_lead(lead_id, http.request(app, PATCH_LEAD), told_by=told_by, expected=expected)
        return http.answer(200, patched, versions.tagged(patched.version))

    @http.serve(app, OPT_OUT, door)
    def post_opt_out(lead_id: str) -> Any:
        request, told_by = http.request(app, OPT_OUT), http.caller(app).system
        told, new = use.opt_out(lead_id, request, told_by=told_by)
        return http.answer(201 if new else 200, told)
