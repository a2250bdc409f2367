"""What sign-up refuses, and how it says so."""

import json

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import SHOP
from tests.functions.house import Answered, House
from twofold.contracts.routes.route import PUBLIC_LIMIT

GOOD = json.loads(sample_events.read("http/sign_up")["body"])


def signup(house: House, **changes: object) -> Answered:
    return house.ask("register_leads", sample_events.http("sign_up", body={**GOOD, **changes}))


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"asset_id": "ast_never"}, 404, "asset_not_found"),
        ({"phone": "+48 22 123 45 67"}, 422, "not_a_mobile"),
        ({"phone": "hello"}, 422, "not_a_number"),
        ({"phone": "+7 912 345 67 89"}, 422, "country_not_served"),
        ({"consent": {"version": "2026-11-1", "accepted": False}}, 422, "consent_missing"),
        ({"consent": {"version": "2019", "accepted": True}}, 422, "consent_version_unknown"),
        ({"surprise": 1}, 422, "invalid_request"),
    ],
)
def test_what_cannot_be_done_is_told_with_its_code(
    house: House, changes: dict[str, object], status: int, code: str
):
    told = signup(house, **changes)
    assert (told.status, told.json["code"], told.json["status"]) == (status, code, status)
    assert house.ledger() == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 400),
        ("{", 400),
        ("[" * 9_000, 400),
        ('{"phone": "\\ud800"}', 400),
        ("\ud800", 400),
        ("null", 422),
        ("x" * (PUBLIC_LIMIT + 1), 413),
        ("x" * 6_000_000, 413),
    ],
    ids=range(8),
)
def test_malformed_bodies_are_refused_before_anything_is_read(house: House, body: str, status: int):
    # What it reads as it starts is not what it reads for a body.
    house.boot("register_leads")
    house.aws.calls.clear()
    told = house.ask("register_leads", sample_events.http("sign_up", body=body))
    assert told.status == status
    assert house.aws.calls == []


def test_the_eleventh_sign_up_of_a_network_has_to_wait(house: House):
    told = [signup(house) for _ in range(11)]
    assert [answer.status for answer in told] == [202] * 10 + [429]
    assert 0 < told[-1].json["retry_after"] <= 600


def test_a_shop_s_page_may_speak_for_its_widget_and_for_no_other_asset(house: House):
    event = sample_events.http("sign_up", body={**GOOD, "asset_id": "ast_widget"}, headers={"origin": SHOP})
    told = house.ask("register_leads", event)
    assert told.status == 202
    assert told.headers["access-control-allow-origin"] == SHOP
    other = house.ask("register_leads", sample_events.http("sign_up", headers={"origin": SHOP}))
    assert (other.status, other.json["code"]) == (403, "origin_not_allowed")
