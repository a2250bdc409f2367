"""Short links, as people and machines open them."""

import json
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.fakes import sample_events
from tests.fakes.made import a_link
from tests.fakes.samples import ANNA, SITE
from tests.fakes.tables import SETTINGS
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.links import DynamoLinkBook
from twofold.contracts.instants import now
from twofold.messages.links.model import Link

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture
def link(house: House) -> Link:
    """Somebody has had time to read the text."""
    made = a_link(at=now() - timedelta(minutes=1))
    DynamoLinkBook(connect(SETTINGS)).open(made)
    return made


def follow(house: House, slug: str, sample: str = "follow_link", **headers: str) -> Answered:
    return house.ask("serve_pages", sample_events.http(sample, slug=slug, headers=headers))


def clicks(house: House) -> list[dict[str, Any]]:
    rows = [row for row in house.ledger() if row["type"] == "message.clicked.v1"]
    return [json.loads(row["event"])["data"] for row in rows]


def test_a_text_s_link_leads_to_the_lead_s_own_code(house: House):
    code = house.code()
    house.send("code.issued.v1")
    found = re.search(rf"{SITE}/(\w+)", house.text(ANNA))
    assert found
    told = follow(house, found[1])
    assert told.status == 302
    assert told.headers["location"] == (
        f"{SITE}/c/{code}?utm_source=twofold&utm_medium=sms&utm_campaign=buffet-20&utm_content=code"
    )


def test_nobody_keeps_the_answer_so_that_every_click_is_counted(house: House, link: Link):
    for _ in range(3):
        told = follow(house, link.slug)
        assert (told.status, told.headers["location"]) == (302, link.target)
        assert told.headers["cache-control"] == "no-store"
    assert DynamoLinkBook(connect(SETTINGS)).find(link.slug).clicks == 3


def test_a_person_s_first_click_is_told_once(house: House, link: Link):
    for _ in range(2):
        follow(house, link.slug)
    first = clicks(house)[0]
    assert (first["message_id"], first["slug"], first["human"]) == (link.message_id, link.slug, True)
    assert sum(click["human"] for click in clicks(house)) == 1


def test_a_machine_that_looks_first_goes_the_same_way_and_is_no_person(house: House, link: Link):
    told = follow(house, link.slug, "peek_link")
    assert (told.status, told.headers["location"], told.text) == (302, link.target, "")
    assert [(click["human"], click["rule"]) for click in clicks(house)] == [(False, "head")]


@pytest.mark.parametrize(
    ("header", "value", "rule"),
    [
        ("user-agent", "WhatsApp/2.24", "known_machine"),
        ("user-agent", "", "no_user_agent"),
        ("sec-purpose", "prefetch;prerender", "prefetch"),
        ("x-moz", "prefetch", "prefetch"),
    ],
)
def test_what_gives_a_machine_away_is_told(house: House, link: Link, header: str, value: str, rule: str):
    assert follow(house, link.slug, **{header: value}).status == 302
    assert [(click["human"], click["rule"]) for click in clicks(house)] == [(False, rule)]


def test_a_link_of_this_very_moment_was_opened_by_no_person(house: House):
    fresh = a_link(at=now())
    DynamoLinkBook(connect(SETTINGS)).open(replace(fresh, slug="justmade9"))
    follow(house, "justmade9")
    assert [click["rule"] for click in clicks(house)] == ["too_soon"]


@pytest.mark.parametrize("slug", ["never", "favicon.ico", "robots.txt", "x" * 3_000, "%00", "..%2f"])
def test_an_address_that_leads_nowhere_is_not_found_and_counts_nothing(house: House, slug: str):
    for told in (follow(house, slug), follow(house, slug, "peek_link")):
        assert told.status == 404
        assert "location" not in told.headers
    assert house.ledger() == []
    assert house.aws.rows("links") == []


def test_a_person_who_is_lost_reads_so_and_a_program_is_told_in_json(house: House):
    person = follow(house, "never", accept=BROWSER, **{"accept-language": "pl"})
    assert (person.status, person.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "Tu niczego nie ma" in person.text
    program = follow(house, "never", accept="application/json")
    assert program.json["code"] == "link_not_found"


def test_no_link_shadows_another_page(house: House):
    book = DynamoLinkBook(connect(SETTINGS))
    for slug in ("j", "v1", "static", "q", "c", "a"):
        book.open(replace(a_link(), slug=slug, target="https://evil.example"))
    for sample in ("landing", "asset", "landing_file", "asset_qr"):
        assert house.ask("serve_pages", sample_events.http(sample)).status == 200
