"""Is this code good, and: it is used now."""

from typing import Any

from twofold.contracts.routes import CHECK_CODE, REDEEM, ROLL_BACK
from twofold.entrypoints import http
from twofold.entrypoints.callers import request_key
from twofold.wiring import redeem_codes as wiring

app = http.resolver(wiring.site())
edge = wiring.edge()
authorize = wiring.authorize()
check = wiring.check_code()
redeem = wiring.redeem_code()
roll_back = wiring.roll_back_redemption()


@http.serve(app, CHECK_CODE)
def get_code(code: str) -> Any:
    http.caller(app, CHECK_CODE, authorize, edge)
    return http.answer(200, check(code))


@http.serve(app, REDEEM)
def post_redemption(code: str) -> Any:
    key = request_key(app.current_event, http.caller(app, REDEEM, authorize, edge), http.body(app, REDEEM))
    return http.done(redeem(code, http.request(app, REDEEM), key))


@http.serve(app, ROLL_BACK)
def post_rollback(redemption_id: str) -> Any:
    key = request_key(
        app.current_event, http.caller(app, ROLL_BACK, authorize, edge), http.body(app, ROLL_BACK)
    )
    return http.done(roll_back(redemption_id, http.request(app, ROLL_BACK), key))


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
