"""Sign-up, resend and confirmation; taps of signs that prove themselves."""

from typing import Any

from twofold.contracts.routes import CONFIRM, PEEK_TAP, RESEND, SIGN_UP, TAP
from twofold.entrypoints import http
from twofold.wiring import register_leads as wiring

app = http.resolver(wiring.site())
edge = wiring.edge()
sign_up = wiring.sign_up()
resend = wiring.resend()
confirm = wiring.confirm_signup()
tap_sign = wiring.tap_sign()


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
    return http.redirect(tap_sign(slug, http.click(app, edge)))


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
