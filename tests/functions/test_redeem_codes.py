"""Checking, redeeming and rolling back over HTTP."""

import json
from typing import Any

import pytest

from tests.fakes import sample_events
from tests.functions.house import Answered, House
from twofold.contracts.routes import KEYED_LIMIT

ORDER = json.loads(sample_events.read("http/redeem")["body"])


@pytest.fixture
def code(house: House) -> str:
    return house.code()


@pytest.fixture
def till(house: House) -> dict[str, str]:
    return house.key("codes:read", "codes:redeem")


def check(house: House, code: str, headers: dict[str, str]) -> Answered:
    return house.ask("redeem_codes", sample_events.http("check_code", code=code, headers=headers))


def redeem(house: House, code: str, headers: dict[str, str], key: str = "k1", **changes: Any) -> Answered:
    headers = headers | {"idempotency-key": key}
    event = sample_events.http("redeem", code=code, headers=headers, body={**ORDER, **changes})
    return house.ask("redeem_codes", event)


def roll_back(house: House, redemption_id: str, headers: dict[str, str], key: str, **body: Any) -> Answered:
    headers = headers | {"idempotency-key": key}
    asked = {"reason": "cold soup", **body}
    event = sample_events.http("roll_back", redemption_id=redemption_id, headers=headers, body=asked)
    return house.ask("redeem_codes", event)


def test_a_good_code_is_good(house: House, code: str, till: dict[str, str]):
    told = check(house, code, till)
    assert told.status == 200
    assert (told.json["code"], told.json["valid"], told.json["state"]) == (code, True, "issued")


def test_a_code_is_spent_once_and_the_retry_gets_the_same_answer(
    house: House, code: str, till: dict[str, str]
):
    first, again = redeem(house, code, till), redeem(house, code, till)
    assert (first.status, again.status) == (201, 200)
    assert first.text == again.text
    assert first.json["discount_amount"] == 2_530
    without_key = redeem(house, code, till, key="k2")
    assert (without_key.status, without_key.text) == (200, first.text)
    assert [row["type"] for row in house.ledger()].count("code.redeemed.v1") == 1


def test_another_order_is_a_conflict(house: House, code: str, till: dict[str, str]):
    redeem(house, code, till)
    told = redeem(house, code, till, key="k2", order_id="order-2")
    assert (told.status, told.json["code"]) == (409, "code_already_redeemed")


def test_a_key_used_for_something_else_is_refused(house: House, code: str, till: dict[str, str]):
    redeem(house, code, till)
    told = redeem(house, code, till, key="k1", order_id="order-2")
    assert (told.status, told.json["code"]) == (422, "idempotency_key_reused")


def test_a_redemption_is_taken_back_and_the_code_is_good_again(house: House, code: str, till: dict[str, str]):
    receipt = redeem(house, code, till).json
    told = roll_back(house, receipt["redemption_id"], till, "k2", amount=650)
    assert (told.status, told.json["state"], told.json["rolled_back"]) == (201, "redeemed", 650)
    assert roll_back(house, receipt["redemption_id"], till, "k2", amount=650).text == told.text
    whole = roll_back(house, receipt["redemption_id"], till, "k3")
    assert (whole.status, whole.json["state"], whole.json["rolled_back"]) == (201, "rolled_back", 12_650)
    assert check(house, code, till).json["valid"] is True
    too_much = roll_back(house, receipt["redemption_id"], till, "k4", amount=1)
    assert (too_much.status, too_much.json["code"]) == (409, "rollback_too_large")


@pytest.mark.parametrize("code_", ["NEVER", "x" * 3_000, "a%23b%23signup", "lead#campaign#signup"])
def test_a_code_that_never_was_is_not_found(house: House, till: dict[str, str], code_: str):
    for told in (check(house, code_, till), redeem(house, code_, till)):
        assert (told.status, told.json["code"]) in ((404, "code_not_found"), (404, "not_found"))


@pytest.mark.parametrize("header", ["", "Bearer tf_wrong", "Basic abc"])
def test_without_a_key_nothing_is_told(house: House, code: str, header: str):
    headers = {"authorization": header}
    for told in (
        check(house, code, headers),
        redeem(house, code, headers),
        roll_back(house, "x.2", headers, "k"),
    ):
        assert (told.status, told.json["code"]) == (401, "unauthorized")
    assert "code.redeemed.v1" not in [row["type"] for row in house.ledger()]


def test_a_key_that_may_only_look_cannot_spend(house: House, code: str):
    looking = house.key("codes:read")
    assert check(house, code, looking).status == 200
    told = redeem(house, code, looking)
    assert (told.status, told.json["code"]) == (403, "scope_missing")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{", 400),
        ("{}", 422),
        ('{"order_id": "o", "amount": NaN, "currency": "PLN"}', 400),
        ("x" * (KEYED_LIMIT + 1), 413),
    ],
    ids=range(4),
)
def test_malformed_bodies_are_refused(house: House, till: dict[str, str], body: str, status: int):
    event = sample_events.http("redeem", code="ANY", headers=till, body=body)
    assert house.ask("redeem_codes", event).status == status


def test_a_key_of_a_request_has_a_length(house: House, code: str, till: dict[str, str]):
    told = redeem(house, code, till, key="k" * 256)
    assert (told.status, told.json["errors"][0]["field"]) == (422, "Idempotency-Key")
