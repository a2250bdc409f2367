"""A customer's own page over HTTP: what it shows, what its script asks, and what a calendar gets."""

import html
import json
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ANNA, BUFFET, LANDING, SITE
from tests.fakes.stored import put_asset
from tests.functions.house import House
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.campaigns.offer import CodeRules
from twofold.contracts.currencies import in_a_line
from twofold.contracts.instants import now


def ruled(house: House, name: str, **rules: Any) -> str:
    """A code of a campaign with these rules, in euros. A campaign is remembered by its name for a while."""
    offer = replace(BUFFET.offer, currency="EUR", rules=CodeRules(**rules))
    DynamoCampaignBook().put(replace(BUFFET, campaign_id=name, offer=offer))
    put_asset(replace(LANDING, asset_id=f"ast_{name}", campaign_id=name, slug=None, keyword=None))
    body = json.loads(sample_events.read("http/sign_up")["body"]) | {"phone": ANNA, "asset_id": f"ast_{name}"}
    challenge = house.ask("register_leads", sample_events.http("sign_up", body=body)).json["challenge_id"]
    house.send("signup.requested.v1")
    return str(house.confirm(challenge, house.text()[:6]).json["discount"]["code"])


def page(house: House, code: str, **more: Any) -> str:
    told = house.ask("serve_pages", sample_events.http("code_page", code=code, **more))
    assert told.status == 200, told.text
    return told.text


def spend(house: House, code: str) -> str:
    order = {"order_id": "order-1", "amount": 10_000, "currency": "EUR"}
    event = sample_events.http("redeem", code=code, body=order, headers=house.key())
    told = house.ask("redeem_codes", event)
    assert told.status == 201, told.text
    return str(told.json["redemption_id"])


def test_the_page_s_script_asks_and_is_told_what_the_page_knows_until_something_happens(house: House):
    code = house.code()
    (known,) = re.findall(r'data-status="([^"]*)"', page(house, code))
    asked = sample_events.http("code_state", code=code)
    told = house.ask("serve_pages", asked)
    assert (told.status, told.headers["cache-control"]) == (200, "no-store")
    assert told.text == html.unescape(known)
    spend(house, code)
    assert house.ask("serve_pages", asked).json["reason"] == "redeemed"


def test_a_redemption_that_is_taken_back_shows_on_the_page(house: House):
    code = house.code()
    body = {"reason": "returned"}
    event = sample_events.http("roll_back", redemption_id=spend(house, code), body=body, headers=house.key())
    assert house.ask("redeem_codes", event).status == 201
    assert "Good again" in page(house, code)


def test_the_page_tells_the_terms_of_the_code(house: House):
    code = ruled(house, "terms", minimum=4_000, places=("river-street",), uses=2)
    text = page(house, code)
    assert "On orders of 40.00 EUR or more" in text
    assert "Only here: River Street 11" in text
    assert "Good for 2 more orders" in text
    assert "Show this at the till." in text


def test_a_page_judges_no_basket(house: House):
    code = ruled(house, "basket", minimum=4_000, products=("soup",), places=("river-street",))
    assert house.ask("serve_pages", sample_events.http("code_state", code=code)).json["valid"] is True


def test_a_code_that_begins_later_is_shown_with_its_day(house: House):
    code = ruled(house, "later", starts_at=now() + timedelta(days=3))
    text = page(house, code)
    assert "This code is not good yet." in text
    assert "Valid from" in text
    assert f'src="/q/{code}.svg"' in text


def test_a_calendar_gets_the_code_s_end_in_the_language_of_the_page(house: House):
    code = house.code()
    (link,) = re.findall(
        r'href="(/c/[^"]*calendar[^"]*)"', page(house, code, headers={"accept-language": "de"})
    )
    assert link == f"/c/{code}/calendar.ics?locale=de"
    told = house.ask("serve_pages", sample_events.http("code_calendar", code=code, query={"locale": "de"}))
    assert (told.status, told.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert told.headers["cache-control"] == "no-store"
    assert "SUMMARY:Letzte Chance: 20" in told.text
    assert f"URL:{SITE}/c/{code}" in told.text


def test_a_spent_code_has_nothing_for_calendars(house: House):
    code = house.code()
    spend(house, code)
    assert house.ask("serve_pages", sample_events.http("code_calendar", code=code)).status == 410


@pytest.mark.parametrize("sample", ["code_page", "code_state", "code_calendar"])
def test_a_code_that_never_was_is_not_found(house: House, sample: str):
    assert house.ask("serve_pages", sample_events.http(sample, code="NEVER")).status == 404


def test_the_staff_page_runs_nothing_but_our_own_files(house: House):
    told = house.ask("serve_pages", sample_events.http("staff"))
    assert (told.status, told.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "frame-ancestors 'none'" in told.headers["content-security-policy"]
    assert told.headers["cache-control"] == "public, max-age=300"
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|style=", told.text)
    assert f'data-currencies="{in_a_line()}"' in told.text
