"""Sign-up, resend and confirmation."""

from typing import Any

from twofold.contracts.routes import CONFIRM, RESEND, SIGN_UP
from twofold.entrypoints import http
from twofold.wiring import register_leads as wiring

app = http.resolver(wiring.site())
edge = wiring.edge()
sign_up = wiring.sign_up()
resend = wiring.resend()
confirm = wiring.confirm_signup()


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


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
