"""Sign-up, resend and confirmation over HTTP."""

import json

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ANNA, SHOP
from tests.functions.house import Answered, House

GOOD = json.loads(sample_events.read("http/sign_up")["body"])


def signup(house: House, **changes: object) -> Answered:
    return house.ask("register_leads", sample_events.http("sign_up", body={**GOOD, **changes}))


def test_a_number_left_is_accepted(house: House):
    told = signup(house)
    assert told.status == 202
    assert set(told.json) == {"challenge_id", "resend_after", "expires_at"}
    assert told.headers["content-type"] == "application/json"
    assert told.headers["cache-control"] == "no-store"
    assert [row["type"] for row in house.ledger()] == ["signup.requested.v1"]


def test_what_a_known_number_is_told_differs_in_nothing_but_its_id(house: House):
    house.code()
    house.aws.calls.clear()
    told, calls = [], []
    for phone in (ANNA, "+48609999888"):
        told.append(signup(house, phone=phone))
        calls.append(house.aws.operations())
        house.aws.calls.clear()
    assert calls[0] == calls[1]
    assert told[0].headers == told[1].headers
    assert len(told[0].text) == len(told[1].text)
    assert told[0].json | {"challenge_id": ""} | {"expires_at": ""} == told[1].json | {
        "challenge_id": "",
        "expires_at": "",
    }


def test_the_whole_way_from_a_number_to_a_discount_code(house: House):
    challenge_id = house.join()
    assert house.send("signup.requested.v1") == {"batchItemFailures": []}
    told = house.confirm(challenge_id, house.text()[:6])
    assert told.status == 200
    assert told.json["lead"]["returning"] is False
    code = told.json["discount"]["code"]
    assert house.send("code.issued.v1") == {"batchItemFailures": []}
    assert code in house.text()


def test_a_wrong_code_is_told_with_the_tries_that_are_left(house: House):
    challenge_id = house.join()
    house.send("signup.requested.v1")
    wrong = f"{(int(house.text()[:6]) + 1) % 10**6:06d}"
    told = house.confirm(challenge_id, wrong)
    assert (told.status, told.json["code"], told.json["attempts_left"]) == (422, "wrong_code", 4)
    assert told.headers["content-type"] == "application/problem+json"


def test_guesses_run_out(house: House):
    challenge_id = house.join()
    told = [house.confirm(challenge_id, "000000").status for _ in range(6)]
    assert told == [422] * 5 + [410]


def test_asking_again_at_once_is_too_soon(house: House):
    challenge_id = house.join()
    told = house.ask("register_leads", sample_events.http("resend", challenge_id=challenge_id))
    assert (told.status, told.json["code"]) == (429, "too_soon")
    assert 28 <= int(told.headers["retry-after"]) <= 31
    assert told.json["retry_after"] == int(told.headers["retry-after"])


@pytest.mark.parametrize("sample", ["resend", "confirm"])
def test_a_challenge_that_never_was_is_not_found(house: House, sample: str):
    for challenge_id in ("never", "x" * 3_000):
        told = house.ask("register_leads", sample_events.http(sample, challenge_id=challenge_id))
        assert (told.status, told.json["code"]) == (404, "challenge_not_found")


@pytest.mark.parametrize("sample", ["preflight_sign_up", "preflight_resend", "preflight_confirm"])
def test_a_browser_that_asks_first_is_told_who_may(house: House, sample: str):
    told = house.ask("register_leads", sample_events.read(f"http/{sample}"))
    assert told.status == 204
    assert told.headers["access-control-allow-origin"] == SHOP
    assert "POST" in told.headers["access-control-allow-methods"]
    assert "Content-Type" in told.headers["access-control-allow-headers"]
    assert "access-control-allow-credentials" not in told.headers
    stranger = sample_events.http(sample, headers={"origin": "https://evil.example"})
    refused = house.ask("register_leads", stranger)
    assert refused.headers.get("access-control-allow-origin") != "https://evil.example"


def test_an_address_that_there_is_not_is_not_found(house: House):
    event = sample_events.http("sign_up")
    event["rawPath"] = event["requestContext"]["http"]["path"] = "/v1/nothing"
    told = house.ask("register_leads", event)
    assert (told.status, told.json["code"]) == (404, "not_found")
    assert told.headers["content-type"] == "application/problem+json"
