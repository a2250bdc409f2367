"""Checking, redeeming and rolling back over HTTP."""

import json
import time
from typing import Any

import pytest

from tests.fakes import sample_events
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.contracts.routes.route import KEYED_LIMIT
from twofold.partners.keys import mint_key

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


def test_a_code_may_be_asked_for_as_a_person_wrote_it(house: House, code: str, till: dict[str, str]):
    typed = f"{code[:4].lower()}%20{code[4:8]}-{code[8:]}"
    assert check(house, typed, till).json["code"] == code


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


def reserve(house: House, code: str, headers: dict[str, str], cart_id: str = "cart-1") -> Answered:
    asked = {"cart_id": cart_id, "ttl_s": 600}
    headers = headers | {"idempotency-key": f"hold-{cart_id}"}
    return house.ask("redeem_codes", sample_events.http("reserve", code=code, headers=headers, body=asked))


def release(house: House, code: str, headers: dict[str, str], cart_id: str = "cart-1") -> Answered:
    event = sample_events.http("release", code=code, headers=headers, cart_id=cart_id)
    return house.ask("redeem_codes", event)


def revoke(house: House, code: str, headers: dict[str, str], key: str = "r1") -> Answered:
    headers = headers | {"idempotency-key": key}
    return house.ask("redeem_codes", sample_events.http("revoke", code=code, headers=headers))


def device(place: str) -> dict[str, str]:
    secret, key = mint_key("Till 2", ("codes:read", "codes:redeem"), place=place)
    DynamoKeyBook().put(key)
    return {"authorization": f"Bearer {secret}"}


class TestReserving:
    def test_keeps_the_code_for_a_cart_until_it_lets_go(self, house: House, code: str, till: dict[str, str]):
        first, again = reserve(house, code, till), reserve(house, code, till)
        assert (first.status, again.status, again.text) == (201, 200, first.text)
        assert first.json["cart_id"] == "cart-1"
        refused = reserve(house, code, till, "cart-2")
        assert (refused.status, refused.json["code"]) == (409, "code_reserved")
        assert 0 < refused.json["retry_after"] <= 601
        assert refused.headers["retry-after"] == str(refused.json["retry_after"])
        assert check(house, code, till).json["reserved_until"] == first.json["reserved_until"]
        gone = release(house, code, till)
        assert (gone.status, gone.text) == (204, "")
        assert release(house, code, till).status == 204
        assert reserve(house, code, till, "cart-2").status == 201

    def test_lets_its_cart_spend_the_code(self, house: House, code: str, till: dict[str, str]):
        reserve(house, code, till)
        assert redeem(house, code, till).json["code"] == "code_reserved"
        assert redeem(house, code, till, cart_id="cart-1").status == 201
        types = [row["type"] for row in house.ledger()]
        assert types.count("code.reserved.v1") == types.count("code.redeemed.v1") == 1

    def test_a_cart_that_could_not_be_let_go_of_holds_nothing(
        self, house: House, code: str, till: dict[str, str]
    ):
        told = reserve(house, code, till, "c/1")
        assert (told.status, told.json["errors"][0]["field"]) == (422, "cart_id")
        assert check(house, code, till).json["state"] == "issued"

    def test_needs_a_code_and_the_scope(self, house: House, code: str, till: dict[str, str]):
        assert reserve(house, "NEVER", till).status == release(house, "NEVER", till).status == 404
        looking = house.key("codes:read")
        assert reserve(house, code, looking).status == release(house, code, looking).status == 403


class TestWithdrawing:
    def test_ends_a_code_for_good(self, house: House, code: str, till: dict[str, str]):
        desk = house.key("codes:write")
        first, again = revoke(house, code, desk), revoke(house, code, desk, "r2")
        assert (first.status, again.status, again.text) == (201, 200, first.text)
        assert (first.json["state"], first.json["reason"]) == ("revoked", "printed twice")
        assert redeem(house, code, till).json["code"] == "code_revoked"

    def test_needs_another_scope_than_a_till_has(self, house: House, code: str, till: dict[str, str]):
        told = revoke(house, code, till)
        assert (told.status, told.json["code"]) == (403, "scope_missing")

    def test_comes_too_late_for_a_code_that_is_spent(self, house: House, code: str, till: dict[str, str]):
        redeem(house, code, till)
        told = revoke(house, code, house.key("codes:write"))
        assert (told.status, told.json["code"]) == (409, "code_already_redeemed")


class TestADevice:
    def test_learns_where_it_redeems(self, house: House, till: dict[str, str]):
        told = house.ask("redeem_codes", sample_events.http("device", headers=device("vienna-1")))
        assert told.json == {"label": "Till 2", "place": "vienna-1", "place_name": "vienna-1", "undo_s": 600}
        assert house.ask("redeem_codes", sample_events.http("device", headers=till)).json == {"label": "test"}

    def test_redeems_at_its_place_alone(self, house: House, code: str):
        here = device("vienna-1")
        told = redeem(house, code, here, location="graz-1")
        assert (told.status, told.json["code"]) == (403, "place_mismatch")
        told = redeem(house, code, here, location=None)
        assert (told.status, told.json["location"]) == (201, "vienna-1")

    def test_takes_back_its_own_alone(self, house: House, code: str, till: dict[str, str]):
        spent = redeem(house, code, till).json
        told = roll_back(house, spent["redemption_id"], device("vienna-1"), "k2")
        assert (told.status, told.json["code"]) == (403, "place_mismatch")

    def test_cannot_ask_about_another_place(self, house: House, code: str):
        told = ask_about(house, code, device("vienna-1"), location="graz-1")
        assert (told.status, told.json["code"]) == (403, "place_mismatch")

    def test_has_no_say_about_carts(self, house: House, code: str, till: dict[str, str]):
        here = device("vienna-1")
        told = reserve(house, code, here)
        assert (told.status, told.json["code"]) == (403, "place_bound_key")
        reserve(house, code, till)
        told = release(house, code, here)
        assert (told.status, told.json["code"]) == (403, "place_bound_key")
        assert check(house, code, till).json["state"] == "reserved"


def ask_about(house: House, code: str, headers: dict[str, str], **query: str) -> Answered:
    return house.ask(
        "redeem_codes", sample_events.http("check_code", code=code, headers=headers, query=query)
    )


def test_a_question_may_tell_of_a_basket(house: House, code: str, till: dict[str, str]):
    reserve(house, code, till)
    told = ask_about(house, code, till, amount="100", currency="PLN", cart_id="cart-1")
    assert told.json["valid"] is True
    assert ask_about(house, code, till, cart_id="cart-2").json["reason"] == "reserved"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("amount", odd) for odd in ("-1", "ten", "1.5", "5000.0", "1e3", "007", " 1", "٣", "9" * 5_000)),
        ("currency", "zloty"),
        ("cart_id", ""),
        ("colour", "blue"),
    ],
    ids=range(12),
)
def test_a_question_that_makes_no_sense_is_refused(
    house: House, code: str, till: dict[str, str], field: str, value: str
):
    told = ask_about(house, code, till, **{field: value})
    assert (told.status, told.json["errors"][0]["field"]) == (422, field)


def test_a_code_is_spent_in_two_round_trips_when_its_campaign_is_known(
    house: House, code: str, till: dict[str, str]
):
    redeem(house, house.code("+48602345678"), till, key="k0", order_id="first")
    house.aws.calls.clear()
    assert redeem(house, code, till).status == 201
    asked = [call.partition(".")[2] for call in house.aws.operations() if "DynamoDB" in call]
    assert asked == ["GetItem", "TransactWriteItems"]


def test_the_sweep_tells_of_codes_whose_time_is_over(house: House, code: str, till: dict[str, str]):
    assert house.boot("sweep_overdue")({})["lapsed"] == 0
    asked = {"cart_id": "cart-1", "ttl_s": 1}
    house.ask("redeem_codes", sample_events.http("reserve", code=code, headers=till, body=asked))
    time.sleep(1.1)
    assert house.boot("sweep_overdue")({})["lapsed"] == 1
    assert [row["type"] for row in house.ledger()].count("code.released.v1") == 1
