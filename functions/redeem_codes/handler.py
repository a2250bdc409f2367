"""Is this code good, and: it is used now."""

from typing import Any

from twofold.contracts.routes import CHECK_CODE, REDEEM, ROLL_BACK
from twofold.entrypoints import http
from twofold.wiring import redeem_codes as wiring

app = http.resolver(wiring.site())
door = http.Door(authorize=wiring.authorize(), edge=wiring.edge())
check = wiring.check_code()
redeem = wiring.redeem_code()
roll_back = wiring.roll_back_redemption()


@http.serve(app, CHECK_CODE, door)
def get_code(code: str) -> Any:
    return http.answer(200, check(code))


@http.serve(app, REDEEM, door)
def post_redemption(code: str) -> Any:
    return http.done(redeem(code, http.request(app, REDEEM), http.request_key(app, REDEEM)))


@http.serve(app, ROLL_BACK, door)
def post_rollback(redemption_id: str) -> Any:
    return http.done(roll_back(redemption_id, http.request(app, ROLL_BACK), http.request_key(app, ROLL_BACK)))


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
