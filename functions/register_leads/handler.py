"""Sign-up, resend and confirmation, for scripts and for the landing page's forms; taps of signs; lead magnets."""

from pathlib import Path
from typing import Any

from twofold.contracts.routes.signups import (
    CONFIRM,
    LANDING_CODE,
    LANDING_CONFIRM,
    LANDING_JOIN,
    MAGNET,
    PEEK_TAP,
    RESEND,
    SIGN_UP,
    TAP,
)
from twofold.entrypoints import http
from twofold.entrypoints.apologies import for_people
from twofold.entrypoints.landing.asked import asked
from twofold.entrypoints.pages import Pages
from twofold.wiring import register_leads as wiring

app = http.resolver(wiring.site())
edge = wiring.edge()
sign_up = wiring.sign_up()
resend = wiring.resend()
confirm = wiring.confirm_signup()
follow_tap = wiring.follow_tap()
open_magnet = wiring.open_magnet()
pages = Pages(Path(__file__).parent)
desk = wiring.landing_desk(pages)


@http.serve(app, SIGN_UP)
def post_signup() -> Any:
    return http.answer(202, sign_up(http.request(app, SIGN_UP), http.visitor(app, edge)))


@http.serve(app, RESEND)
def post_resend(challenge_id: str) -> Any:
    http.body(app, RESEND)
    return http.answer(202, resend(challenge_id, http.visitor(app, edge)))


@http.serve(app, CONFIRM)
def post_confirmation(challenge_id: str) -> Any:
    return http.answer(200, confirm(challenge_id, http.request(app, CONFIRM), http.visitor(app, edge)))


@http.serve(app, TAP)
@http.serve(app, PEEK_TAP)
def get_tap(slug: str) -> Any:
    return http.redirect(follow_tap(slug, http.click(app, edge)))


@http.serve(app, LANDING_JOIN)
def post_number(asset_id: str) -> Any:
    return desk.join(asset_id, asked(app, LANDING_JOIN, edge))


@http.serve(app, LANDING_CODE)
def get_code_step(asset_id: str, challenge_id: str) -> Any:
    return desk.wait(asset_id, challenge_id, asked(app, LANDING_CODE, edge))


@http.serve(app, LANDING_CONFIRM)
def post_code(asset_id: str, challenge_id: str) -> Any:
    return desk.answer(asset_id, challenge_id, asked(app, LANDING_CONFIRM, edge))


@http.serve(app, MAGNET)
def get_magnet(token: str) -> Any:
    return http.redirect(open_magnet(token))


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return for_people(app.resolve(event, context), event, pages, http.wished_locale(app))
