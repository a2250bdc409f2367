"""Carts, orders and refunds, as a shop's system tells of them: each is told again until somebody has heard."""

import json
import random
import secrets
from collections.abc import Callable
from typing import Any

from tests.fakes.outcomes import code_of
from tests.fakes.shop_posts import sample
from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.flows_codes import LIMITED, OFF, asking, taken
from tests.faults.people import People, fresh_number
from tests.faults.platform import Handle, insist_on
from twofold.adapters.dynamodb.items import CartItem, CodeItem
from twofold.adapters.dynamodb.orders import DynamoOrderBook
from twofold.contracts.instants import now, to_text
from twofold.orders.kept import KeptOrder

AMOUNT, REFUND = 5_000, 1_250
SHOP = "spice-garden.myshopify.com"


def shopper(people: People) -> tuple[People, Any, str]:
    """Of a campaign of their own, with limits, that brings nobody: the people, a number, its code."""
    own, phone = people.under(limits=LIMITED, referral=None), fresh_number()
    return own, phone, code_of(own.lead(phone)[0])


def order(code: str) -> dict[str, Any]:
    told = {"order_id": f"order-{secrets.token_hex(5)}", "amount": AMOUNT, "currency": "EUR"}
    return {**told, "codes": ["NOT-OURS", code], "cart_id": f"cart-{secrets.token_hex(5)}"}


def kept_order(people: People, order_id: str) -> KeptOrder:
    people.attach()
    found = DynamoOrderBook(people.connection).find(order_id)
    assert found, "the order is not there"
    return found


def agree(kept: KeptOrder, row: CodeItem) -> None:
    """The order's row and its code tell of the same redemption, and of the same money back."""
    assert kept.placement
    assert kept.placement.spent
    assert not row.past, "spent once"
    spent = row.redemption
    assert spent
    assert (kept.placement.spent.redemption_id, kept.order_id) == (spent.redemption_id, spent.order_id)
    assert (kept.refunded, kept.whole) == (spent.rolled_back, spent.whole)
    assert row.state == ("rolled_back" if spent.whole else "redeemed")


def _judge(own: People, order_id: str, back: int, refunds: int) -> Callable[[Any, Audit, Point | None], None]:
    """`back` of the order went back, in so many refunds."""

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        assert answer[0] in (200, 202)
        kept, (row,) = kept_order(own, order_id), found.codes
        agree(kept, row)
        assert (kept.refunded, kept.settled) == (back, refunds)
        assert found.count("order.placed.v1", order_id=order_id, redemption_id=f"{row.code}.2") == 1
        assert found.count("order.refunded.v1", order_id=order_id) == refunds
        assert found.count("code.redeemed.v1") == 1
        assert kept.placement
        whole, share = back == kept.placement.amount, OFF * back // AMOUNT
        assert taken("redemptions", own) == (0 if whole else 1)
        assert taken("discount", own) == (0 if whole else OFF - share)

    return judge


def _order(people: People) -> Scene:
    own, phone, code = shopper(people)
    told = order(code)
    judge = _judge(own, told["order_id"], 0, 0)

    def of_its_cart(answer: Any, found: Audit, point: Point | None) -> None:
        assert (answer[1]["matched_by"], answer[1]["code"]) == ("code", code)
        judge(answer, found, point)
        assert CartItem.get(told["cart_id"]).state == "ordered"

    return Scene(phone, asking(own, "POST", "/v1/orders", told), of_its_cart)


def _refund(people: People, *, early: bool) -> Scene:
    """Told before its order (`early`) it waits for it, and the order takes it along."""
    own, phone, code = shopper(people)
    told = order(code)
    place = asking(own, "POST", "/v1/orders", told)
    path, body = f"/v1/orders/{told['order_id']}/refunds", {"refund_id": "r1", "amount": REFUND}
    refund = asking(own, "POST", path, body)
    if not early:
        place(own.process.start("record_orders"))

    def play(handle: Handle) -> tuple[int, Any]:
        answer = refund(handle)
        assert answer[1]["waiting"] == early
        return place(handle) if early else answer

    return Scene(phone, play, _judge(own, told["order_id"], REFUND, 1))


def _cancel(people: People) -> Scene:
    """The first that we hear of an order is that it was cancelled: it is placed, spends its code, and gives it back."""
    own, phone, code = shopper(people)
    number, token = random.randrange(10**12), secrets.token_hex(16)
    secret = own.process.twin.stack.outputs["SecretNames"]["shopify"]
    key = own.process.twin.client("secretsmanager").get_secret_value(SecretId=secret)["SecretString"]
    coupons = [{"code": code, "amount": "10.00", "type": "percentage"}]
    posted = sample("shopify_orders_cancelled").saying(
        id=number, checkout_token=token, discount_codes=coupons
    )
    event = posted.signed(key.split()[-1].encode()).event()

    def play(handle: Handle) -> tuple[int, Any]:
        answer = insist_on(lambda: handle(event))
        return answer["statusCode"], json.loads(answer["body"])

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        kept, (row,) = kept_order(own, f"shopify:{SHOP}:{number}"), found.codes
        assert (answer[0], kept.whole, row.state, row.version) == (200, True, "rolled_back", 3)
        assert found.count("order.placed.v1") == found.count("order.refunded.v1", whole=True) == 1
        assert (taken("redemptions", own), taken("discount", own)) == (0, 0), "all of it given back once"

    return Scene(phone, play, judge)


def _cart(people: People) -> Scene:
    own, phone, code = shopper(people)
    cart_id = f"cart-{secrets.token_hex(5)}"
    told = {
        "cart_id": cart_id,
        "amount": AMOUNT,
        "currency": "EUR",
        "code": code,
        "updated_at": to_text(now()),
    }

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        assert answer == (202, {"cart_id": cart_id, "matched": True, "state": "open"})
        own.attach()
        row = CartItem.get(cart_id)
        assert (row.lead_id, row.code, row.amount) == (own.lead_id(phone), code, AMOUNT)
        assert (row.version, found.count("cart.updated.v1", cart_id=cart_id)) == (1, 1)

    return Scene(phone, asking(own, "POST", "/v1/carts", told), judge)


FLOWS = (
    Flow("order with a code", "record_orders", _order, 140),
    Flow("refund", "record_orders", lambda people: _refund(people, early=False), 110),
    Flow("refund before its order", "record_orders", lambda people: _refund(people, early=True), 250),
    Flow("order that Shopify cancelled", "record_orders", _cancel, 230),
    Flow("cart", "record_orders", _cart, 94),
)
