"""The web shop: the code is kept for a cart, spent by an order, and freed by a refund."""

import uuid
from typing import Any

from infra.local.demo.scene import Scene
from infra.local.demo.till import check
from twofold.contracts.routes.codes import RESERVE
from twofold.contracts.routes.commerce import ORDER, REFUND
from twofold.contracts.routes.pages import CODE_STATE

BASKET, PAID, CURRENCY = 8900, 7120, "PLN"
"""One buffet in minor units, and what is left of it with 20 % off."""


def shop(scene: Scene) -> None:
    """Reserved, seen so by staff, spent by an order that is told twice, refunded, and good again."""
    cart = f"web-{uuid.uuid4().hex[:8]}"
    _reserve(scene, cart)
    _staff(scene)
    taken = _order(
        scene, "order", "The order of that cart goes through, and its report spends the code.", cart
    )
    scene.promise("redemption_id" in taken, "The order should have spent the code")
    prose = "The shop is not sure that the report arrived, and sends it again. That changes nothing."
    again = _order(scene, "order_again", prose, cart)
    scene.promise(again == taken, "The same order should get the same answer")
    _refund(scene, cart)
    _page(scene)


def _reserve(scene: Scene, cart: str) -> None:
    scene.call(
        "reserve",
        "In the brand's web shop the code goes into a cart, which keeps it for half an hour.",
        RESERVE.method,
        scene.stack["api"] + RESERVE.path.format(code=scene.known["discount"]),
        body={"cart_id": cart},
        keyed=True,
        status=201,
        show=("code", "cart_id", "reserved_until"),
    )


def _staff(scene: Scene) -> None:
    prose = "Somebody shows the same code at the till. The staff page asks whether it is good: "
    prose += "not while it is in a cart."
    status = check(scene, "staff_check", prose, show=("valid", "reason", "reserved_until"))
    said = (status["valid"], status.get("reason"))
    scene.promise(said == (False, "reserved"), "A code in a cart should be good for nobody else")


def _order(scene: Scene, step: str, prose: str, cart: str) -> dict[str, Any]:
    return scene.call(
        step,
        prose,
        ORDER.method,
        scene.stack["api"] + ORDER.path,
        body={
            "order_id": f"order-{cart}",
            "cart_id": cart,
            "amount": PAID,
            "currency": CURRENCY,
            "codes": [scene.known["discount"]],
            "items": [{"product_id": "buffet-for-one", "amount": BASKET}],
        },
        keyed=True,
        status=202,
        show=("matched_by", "code", "redemption_id", "refunded"),
    )


def _refund(scene: Scene, cart: str) -> None:
    answer = scene.call(
        "refund",
        "The evening is called off and the money goes back. The refund frees the code.",
        REFUND.method,
        scene.stack["api"] + REFUND.path.format(order_id=f"order-{cart}"),
        body={"refund_id": "evening-off"},
        keyed=True,
        status=202,
    )
    scene.promise(answer["refunded"] == PAID, "All that was paid should have gone back")


def _page(scene: Scene) -> None:
    status = scene.call(
        "code_page",
        "The customer has had the code's own page open all the while. It asks how the code stands: good again.",
        CODE_STATE.method,
        scene.stack["site"] + CODE_STATE.path.format(code=scene.known["discount"]),
        status=200,
        show=("code", "state", "valid"),
    )
    scene.promise(status["valid"] and status["state"] == "rolled_back", "The page should say that it is good")
