"""Taps of an authenticated sign over HTTP, from the phone at the till to the code."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ANNA, ASSETS, BEN, SITE
from tests.fakes.stored import put_asset
from tests.fakes.tables import SETTINGS
from tests.fakes.tags import SoftTag
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.visits import DynamoVisitCounts
from twofold.adapters.secrets import derive_key
from twofold.adapters.tag_keys import tag_keys
from twofold.contracts.instants import day_of, now
from twofold.leads.verification import VerificationKey

SLUG = "4F7K2M"
SIGN = replace(ASSETS["ast_till_sign"], slug=SLUG, proof="tap")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
UID = bytes.fromhex("04DE5F1EACC040")
GOOD = json.loads(sample_events.read("http/sign_up")["body"])


@pytest.fixture
def sign(house: House) -> SoftTag:
    put_asset(SIGN)
    keys = tag_keys("root", SIGN.asset_id)
    return SoftTag(UID, keys.meta, keys.file)


def follow(
    house: House, query: dict[str, str], sample: str = "tap", slug: str = SLUG, **headers: str
) -> Answered:
    return house.ask("register_leads", sample_events.http(sample, slug=slug, query=query, headers=headers))


def tap(house: House, sign: SoftTag, **headers: str) -> Answered:
    picc, mac = sign.tap()
    return follow(house, {"p": picc, "c": mac}, **headers)


def visit_of(told: Answered) -> str:
    assert told.status == 302, told.text
    page, _, visit_id = told.headers["location"].partition("?tf_visit=")
    assert page == f"{SITE}/j/{SIGN.asset_id}"
    return visit_id


def visits(house: House) -> list[Any]:
    rows = [row for row in house.ledger() if row["type"] == "asset.visited.v1"]
    return [json.loads(row["event"])["data"]["verified"] for row in rows]


def join(house: House, visit_id: str, phone: str = ANNA) -> Answered:
    body = {**GOOD, "asset_id": SIGN.asset_id, "phone": phone, "visit_id": visit_id}
    return house.ask("register_leads", sample_events.http("sign_up", body=body))


def confirm(house: House, challenge_id: str) -> Answered:
    digits = VerificationKey(derive_key("root", "verification")).digits(challenge_id)
    return house.confirm(challenge_id, digits)


def counted(house: House) -> dict[str, int]:
    connect(SETTINGS)
    day = day_of(now())
    return {t.kind: t.number for t in DynamoVisitCounts().tallies(SIGN.asset_id, day, day)}


def test_from_the_tap_to_the_code(house: House, sign: SoftTag):
    told = tap(house, sign)
    assert told.headers["cache-control"] == "no-store"
    joined = join(house, visit_of(told))
    assert joined.status == 202
    confirmed = confirm(house, joined.json["challenge_id"])
    assert confirmed.status == 200
    assert confirmed.json["discount"]["code"]
    assert visits(house) == [True]


def test_a_copied_link_leads_to_the_same_page_but_to_no_code(house: House, sign: SoftTag):
    picc, mac = sign.tap()
    genuine, copied = (visit_of(follow(house, {"p": picc, "c": mac})) for _ in range(2))
    assert sorted(visits(house)) == [False, True]
    assert counted(house) == {"tapped": 1, "unverified": 1}
    told = join(house, copied)
    assert (told.status, told.json["code"]) == (403, "tap_needed")
    assert told.headers["content-type"] == "application/problem+json"
    assert join(house, genuine).status == 202


def test_the_sample_s_tap_was_made_with_other_keys(house: House, sign: SoftTag):
    told = house.ask("register_leads", sample_events.read("http/tap"))
    assert visit_of(told)
    assert visits(house) == [False]


def test_one_tap_makes_one_lead_s_code(house: House, sign: SoftTag):
    visit_id = visit_of(tap(house, sign))
    first, second = (join(house, visit_id, phone).json["challenge_id"] for phone in (ANNA, BEN))
    assert confirm(house, first).status == 200
    refused = confirm(house, second)
    assert (refused.status, refused.json["code"]) == (403, "tap_needed")
    assert confirm(house, first).status == 200
    assert len(house.aws.rows("leads")) == 1
    assert len([row for row in house.aws.rows("codes") if "issued_at" in row]) == 1


def test_which_number_asks_makes_no_difference_to_a_tap_that_is_used_up(house: House, sign: SoftTag):
    visit_id = visit_of(tap(house, sign))
    confirm(house, join(house, visit_id).json["challenge_id"])
    house.aws.calls.clear()
    told, calls = [], []
    for phone in (ANNA, BEN):
        told.append(join(house, visit_id, phone))
        calls.append(house.aws.operations())
        house.aws.calls.clear()
    assert (told[0].status, told[0].text, told[0].headers) == (403, told[1].text, told[1].headers)
    assert calls[0] == calls[1]


@pytest.mark.parametrize(
    "headers", [{"user-agent": "WhatsApp/2.24"}, {"user-agent": ""}, {"sec-purpose": "prefetch;prerender"}]
)
def test_a_preview_goes_the_same_way_and_uses_no_tap_up(house: House, sign: SoftTag, headers: dict[str, str]):
    picc, mac = sign.tap()
    told = follow(house, {"p": picc, "c": mac}, **headers)
    assert (told.status, told.headers["location"]) == (302, f"{SITE}/j/{SIGN.asset_id}")
    assert (visits(house), counted(house)) == ([], {"machine": 1})
    assert join(house, visit_of(follow(house, {"p": picc, "c": mac}))).status == 202


def test_so_does_a_machine_that_only_asks_for_the_head(house: House, sign: SoftTag):
    picc, mac = sign.tap()
    told = follow(house, {"p": picc, "c": mac}, "peek_tap")
    assert (told.status, told.headers["location"], told.text) == (302, f"{SITE}/j/{SIGN.asset_id}", "")
    assert visits(house) == []


def test_a_tap_costs_one_transaction_and_so_does_a_sign_up_on_it(house: House, sign: SoftTag):
    tap(house, sign)
    house.aws.calls.clear()
    visit_id = visit_of(tap(house, sign))
    assert house.aws.operations() == ["DynamoDB_20120810.TransactWriteItems"]
    join(house, visit_id)
    house.aws.calls.clear()
    challenge_id = join(house, visit_id).json["challenge_id"]
    assert house.aws.operations() == ["DynamoDB_20120810.TransactWriteItems"]
    house.aws.calls.clear()
    assert confirm(house, challenge_id).status == 200
    assert house.aws.operations() == [
        "DynamoDB_20120810.UpdateItem",
        "DynamoDB_20120810.UpdateItem",
        "DynamoDB_20120810.TransactWriteItems",
    ]


def test_a_copied_link_costs_one_more_and_no_third(house: House, sign: SoftTag):
    picc, mac = sign.tap()
    follow(house, {"p": picc, "c": mac})
    house.aws.calls.clear()
    follow(house, {"p": picc, "c": mac})
    assert house.aws.operations() == ["DynamoDB_20120810.TransactWriteItems"] * 2


@pytest.mark.parametrize("slug", ["NEVER2", "favicon.ico", "x" * 3_000, "%00", "RABCDEFGHJKL"])
def test_where_there_is_no_sign_nothing_is_found_and_nothing_counted(house: House, sign: SoftTag, slug: str):
    picc, mac = sign.tap()
    told = follow(house, {"p": picc, "c": mac}, slug=slug)
    assert told.status == 404
    assert "location" not in told.headers
    assert house.ledger() == []


def test_a_person_who_is_lost_there_reads_so_and_a_program_is_told_in_json(house: House, sign: SoftTag):
    person = follow(house, {}, slug="NEVER2", accept=BROWSER, **{"accept-language": "pl"})
    assert (person.status, person.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "Tu niczego nie ma" in person.text
    program = follow(house, {}, slug="NEVER2", accept="application/json")
    assert program.json["code"] == "link_not_found"


def test_no_key_of_a_sign_lies_anywhere(house: House, sign: SoftTag):
    confirm(house, join(house, visit_of(tap(house, sign))).json["challenge_id"])
    keys = tag_keys("root", SIGN.asset_id)
    kept = json.dumps({table: house.aws.rows(table) for table in house.aws.tables()}, default=repr).lower()
    assert UID.hex() in kept
    assert not {keys.meta.hex(), keys.file.hex()} & {kept[i : i + 32] for i in range(len(kept))}
