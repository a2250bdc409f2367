"""Carts, orders and refunds over HTTP."""

import io
import json
import re
from typing import Any

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import SHOP
from tests.functions.house import Answered, House

ORDER = json.loads(sample_events.read("http/order")["body"])
CART = json.loads(sample_events.read("http/cart")["body"])
IN_CART = json.loads(sample_events.read("http/code_in_cart")["body"])


@pytest.fixture
def code(house: House) -> str:
    return house.code()


@pytest.fixture
def crm(house: House) -> dict[str, str]:
    return house.key("commerce:write")


def post(
    house: House, sample: str, body: Any, headers: dict[str, str], order_id: str | None = None
) -> Answered:
    path: dict[str, Any] = {"order_id": order_id} if order_id else {}
    return house.ask("record_orders", sample_events.http(sample, headers=headers, body=body, **path))


def order(house: House, headers: dict[str, str], **changes: Any) -> Answered:
    return post(house, "order", {**ORDER, **changes}, headers)


def refund(house: House, headers: dict[str, str], order_id: str = ORDER["order_id"], **body: Any) -> Answered:
    return post(house, "refund", {"refund_id": "re-1", **body}, headers, order_id=order_id)


def in_cart(house: House, origin: str = SHOP, **changes: Any) -> Answered:
    return post(house, "code_in_cart", {**IN_CART, **changes}, {"origin": origin})


def told(house: House, kind: str) -> list[dict[str, Any]]:
    return [json.loads(row["event"]) for row in house.ledger() if row["type"] == kind]


def test_an_order_spends_its_code_and_is_told_once(house: House, code: str, crm: dict[str, str]):
    first = order(house, crm, codes=["SUMMER", code])
    assert first.status == 202
    assert first.json == {
        "order_id": ORDER["order_id"],
        "matched": True,
        "refunded": 0,
        "matched_by": "code",
        "code": code,
        "redemption_id": f"{code}.2",
    }
    assert order(house, crm, codes=["SUMMER", code]).text == first.text
    (placed,) = told(house, "order.placed.v1")
    assert (placed["subject"], placed["campaign_id"]) == (house.lead_id(), "buffet-20")
    (redeemed,) = told(house, "code.redeemed.v1")
    assert (redeemed["data"]["amount"], redeemed["data"]["discount_amount"]) == (12_650, 2_530)


def test_an_order_without_a_code_is_matched_by_its_number(house: House, code: str, crm: dict[str, str]):
    answer = order(house, crm, codes=[])
    assert (answer.json["matched_by"], "code" in answer.json) == ("phone", False)


def test_an_order_of_nobody_we_know_leaves_no_number(house: House, code: str, crm: dict[str, str]):
    answer = order(house, crm, codes=["SUMMER"], phone="+48 602 345 678")
    assert answer.json == {"order_id": ORDER["order_id"], "matched": False, "refunded": 0}
    (row,) = house.aws.rows("orders")
    assert "602345678" not in json.dumps(row, default=str)
    assert told(house, "order.placed.v1") == []


def test_a_number_leaves_no_trace(house: House, code: str, crm: dict[str, str], log: io.StringIO):
    order(house, crm, codes=["SUMMER"])
    post(house, "cart", {**CART, "cart_id": "basket-2", "code": None}, crm)
    order(house, crm, order_id="web-2", phone="+48 602 345 678 extension of nobody")
    written = json.dumps([house.ledger(), house.aws.rows("orders"), house.aws.rows("carts")], default=str)
    assert "cart.updated.v1" in written
    for place in (written, log.getvalue()):
        assert not {"601234567", "601 234 567", "602345678", "602 345 678"} & set(_numbers(place))


def _numbers(text: str) -> list[str]:
    return re.findall(r"60[12] ?\d{3} ?\d{3}", text)


def test_refunds_are_counted_once_and_the_whole_frees_the_code(house: House, code: str, crm: dict[str, str]):
    early = refund(house, crm, amount=1_000)
    assert early.json == {
        "order_id": ORDER["order_id"],
        "refund_id": "re-1",
        "refunded": 1_000,
        "waiting": True,
    }
    assert order(house, crm, codes=[code]).json["refunded"] == 1_000
    assert refund(house, crm, amount=1_000).json["waiting"] is False
    assert refund(house, crm, refund_id="re-2").json["refunded"] == ORDER["amount"]
    assert [e["data"]["whole"] for e in told(house, "order.refunded.v1")] == [False, True]
    taken = told(house, "code.rolled_back.v1")
    assert [e["data"]["whole"] for e in taken] == [False, True]
    assert sum(e["data"]["amount"] for e in taken) == 12_650


def test_an_order_id_may_need_escaping_in_the_address(house: House, code: str, crm: dict[str, str]):
    order(house, crm, order_id="web 7/é", codes=[code])
    answer = refund(house, crm, order_id="web%207%2F%C3%A9", amount=1)
    assert (answer.json["order_id"], answer.json["waiting"]) == ("web 7/é", False)


def test_a_cart_is_kept_and_closed_by_its_order(house: House, code: str, crm: dict[str, str]):
    cart = {**CART, "code": code, "updated_at": None}
    first = post(house, "cart", cart, crm)
    assert (first.status, first.json) == (
        202,
        {"cart_id": CART["cart_id"], "matched": True, "state": "open"},
    )
    order(house, crm, codes=[code])
    assert post(house, "cart", {**cart, "amount": 1}, crm).json["state"] == "ordered"
    (updated,) = told(house, "cart.updated.v1")
    assert (updated["data"]["lines"], updated["data"]["code"]) == (2, code)
    assert CART["url"] not in json.dumps(updated)


def test_an_amount_that_differs_under_the_same_key_is_no_fault(house: House, code: str, crm: dict[str, str]):
    same = crm | {"idempotency-key": "always-the-same"}
    assert order(house, same, codes=[code]).status == 202
    assert post(house, "cart", {**CART, "cart_id": "other"}, same).status == 202


@pytest.mark.parametrize("begins", ["shopify:", "woocommerce:"])
def test_ids_of_shop_systems_are_refused(house: House, crm: dict[str, str], begins: str):
    theirs = f"{begins}shop.example:7"
    for field, answer in (
        ("order_id", order(house, crm, order_id=theirs)),
        ("cart_id", order(house, crm, cart_id=theirs)),
        ("cart_id", post(house, "cart", {**CART, "cart_id": theirs}, crm)),
        ("order_id", refund(house, crm, order_id=theirs)),
        ("order_id", refund(house, crm, order_id=theirs.replace(":", "%3A"))),
        ("cart_id", in_cart(house, cart_id=theirs)),
    ):
        assert (answer.status, answer.json["code"]) == (422, "id_of_a_shop")
        assert answer.json["errors"][0]["field"] == field
    assert house.aws.rows("orders") == house.aws.rows("carts") == []


def test_a_page_tells_of_a_code_and_learns_nothing(house: House, code: str):
    known, unknown = in_cart(house, code=code), in_cart(house, code="NEVER", cart_id="c_other")
    assert (known.status, unknown.status) == (202, 202)
    assert known.json == {"cart_id": IN_CART["cart_id"]}
    assert unknown.json == {"cart_id": "c_other"}
    assert known.headers.keys() == unknown.headers.keys()
    assert [row["cart_id"] for row in house.aws.rows("carts")] == [IN_CART["cart_id"]]
    assert [e["data"]["source"] for e in told(house, "cart.updated.v1")] == ["page"]


def test_a_foreign_page_is_refused(house: House, code: str):
    answer = in_cart(house, origin="https://evil.example", code=code)
    assert (answer.status, answer.json["code"]) == (403, "origin_not_allowed")


def test_a_browser_may_ask_first(house: House):
    answer = house.ask("record_orders", sample_events.read("http/preflight_code_in_cart"))
    assert answer.headers["access-control-allow-origin"] == SHOP


def test_a_key_without_the_scope_is_refused(house: House):
    answer = order(house, house.key("codes:redeem"))
    assert (answer.status, answer.json["code"]) == (403, "scope_missing")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"amount": -1}, "amount"),
        ({"amount": 10**12 + 1}, "amount"),
        ({"currency": "zł"}, "currency"),
        ({"order_id": ""}, "order_id"),
        ({"codes": ["x"] * 21}, "codes"),
        ({"placed_at": "2026-11-22T12:00:00"}, "placed_at"),
        ({"extra": 1}, "extra"),
    ],
    ids=range(7),
)
def test_what_cannot_be_an_order_is_refused_by_its_field(
    house: House, crm: dict[str, str], changes: dict[str, Any], field: str
):
    answer = order(house, crm, **changes)
    assert answer.status == 422
    assert answer.json["errors"][0]["field"] == field
    assert house.aws.rows("orders") == []
