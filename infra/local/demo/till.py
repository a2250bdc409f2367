"""The CRM and the till: who is this, is the code good, it is used now, it is taken back."""

import uuid
from typing import Any

from infra.local.demo.scene import Scene
from twofold.contracts.routes.codes import CHECK_CODE, REDEEM, ROLL_BACK
from twofold.contracts.routes.leads import LOOK_UP

AMOUNT, CURRENCY = 8400, "PLN"


def look_up(scene: Scene) -> None:
    answer = scene.call(
        "look_up",
        "A minute later the brand's CRM asks about that number. It stands in the body, never in an address.",
        LOOK_UP.method,
        scene.stack["api"] + LOOK_UP.path,
        body={"phones": [scene.phone]},
        keyed=True,
        status=200,
    )
    lead = answer["leads"][0]
    scene.promise(lead["exists"] and lead["lead_id"] == scene.known["lead"], "The CRM should find this lead")


def spend(scene: Scene) -> None:
    """Checked, spent, spent again by the same order, refused to another, taken back."""
    _fresh(scene)
    order, other = (f"order-{uuid.uuid4().hex[:8]}" for _ in range(2))
    receipt = _redeem(scene, "redeem", "It is used now, on a basket of 84.00 zł.", order, status=201)
    prose = "The till lost the answer and asks once more. Same order, same answer; nothing is spent twice."
    again = _redeem(scene, "redeem_again", prose, order, status=200)
    scene.promise(again == receipt, "The same order should get the same answer")
    prose = "Another order tries the same code, and is refused."
    refusal = _redeem(scene, "redeem_elsewhere", prose, other, status=409)
    scene.promise(refusal["code"] == "code_already_redeemed", "The refusal should say that the code is used")
    _roll_back(scene, receipt["redemption_id"])


def _fresh(scene: Scene) -> None:
    shown = ("valid", "state", "discount", "last_day")
    status = check(scene, "check_code", "At the till: is this code good?", show=shown)
    scene.promise(status["valid"], "A fresh code should be good")


def check(scene: Scene, step: str, prose: str, *, show: tuple[str, ...]) -> dict[str, Any]:
    return scene.call(
        step,
        prose,
        CHECK_CODE.method,
        scene.stack["api"] + CHECK_CODE.path.format(code=scene.known["discount"]),
        keyed=True,
        status=200,
        show=show,
    )


def _redeem(scene: Scene, step: str, prose: str, order: str, *, status: int) -> dict[str, str]:
    return scene.call(
        step,
        prose,
        REDEEM.method,
        scene.stack["api"] + REDEEM.path.format(code=scene.known["discount"]),
        body={"order_id": order, "amount": AMOUNT, "currency": CURRENCY},
        keyed=True,
        status=status,
        show=("redemption_id", "order_id", "amount", "discount_amount", "currency", "code", "detail"),
    )


def _roll_back(scene: Scene, redemption: str) -> None:
    answer = scene.call(
        "roll_back",
        "The customer changes their mind and the order is refunded: the redemption is taken back.",
        ROLL_BACK.method,
        scene.stack["api"] + ROLL_BACK.path.format(redemption_id=redemption),
        body={"reason": "refunded at the till"},
        keyed=True,
        status=201,
    )
    scene.promise(answer["state"] == "rolled_back", "All of it should be taken back")
