"""A code at the till and in the cart: is it good, keep it, use it, take it back, withdraw it."""

from typing import Any

from twofold.contracts.routes.codes import CHECK_CODE, DEVICE, REDEEM, RELEASE, RESERVE, REVOKE, ROLL_BACK
from twofold.entrypoints import http, tills
from twofold.wiring import redeem_codes as wiring

app = http.resolver(wiring.site())
door = http.Door(authorize=wiring.authorize(), edge=wiring.edge())
check = wiring.check_code()
reserve = wiring.reserve_code()
release = wiring.release_code()
redeem = wiring.redeem_code()
roll_back = wiring.roll_back_redemption()
revoke = wiring.revoke_code()


@http.serve(app, DEVICE, door)
def get_device() -> Any:
    return http.answer(200, wiring.describe(http.caller(app)))


@http.serve(app, CHECK_CODE, door)
def get_code(code: str) -> Any:
    return http.answer(200, check(code, tills.basket(app)))


@http.serve(app, RESERVE, door)
def post_reservation(code: str) -> Any:
    key = http.request_key(app, RESERVE)
    return http.done(reserve(code, http.request(app, RESERVE), key, tills.till(app)))


@http.serve(app, RELEASE, door)
def delete_reservation(code: str, cart_id: str) -> Any:
    release(code, cart_id, tills.till(app))
    return http.nothing()


@http.serve(app, REDEEM, door)
def post_redemption(code: str) -> Any:
    key = http.request_key(app, REDEEM)
    return http.done(redeem(code, http.request(app, REDEEM), key, tills.till(app)))


@http.serve(app, ROLL_BACK, door)
def post_rollback(redemption_id: str) -> Any:
    key = http.request_key(app, ROLL_BACK)
    return http.done(roll_back(redemption_id, http.request(app, ROLL_BACK), key, tills.till(app)))


@http.serve(app, REVOKE, door)
def post_revocation(code: str) -> Any:
    return http.done(revoke(code, http.request(app, REVOKE), http.request_key(app, REVOKE)))


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
