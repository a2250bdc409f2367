"""What visitors see."""

import re
from dataclasses import replace
from typing import Any

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ASSETS, BUFFET, SHOP
from tests.fakes.stored import put_asset
from tests.fakes.use_cases import SITE
from tests.functions.house import House
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.campaigns.words.en import TEXTS


def test_a_widget_is_told_what_it_needs(house: House):
    told = house.ask("serve_pages", sample_events.http("asset"))
    assert told.status == 200
    assert (told.json["asset_id"], told.json["locale"]) == ("ast_widget", "pl")
    assert told.json["consent"]["version"] == "2026-11-1"
    assert told.headers["cache-control"] == "public, max-age=60"
    assert told.headers["access-control-allow-origin"] == SHOP


def test_the_landing_page_speaks_the_visitor_s_language(house: House):
    told = house.ask("serve_pages", sample_events.http("landing"))
    assert (told.status, told.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert '<html lang="de" dir="ltr"' in told.text
    assert "Code zuschicken" in told.text
    assert BUFFET.consents[-1].text["de"].split(" (")[0] in told.text
    assert 'data-asset="ast_landing"' in told.text


def test_a_page_may_run_nothing_but_our_own_files(house: House):
    for event in (sample_events.http("landing"), sample_events.http("code_page", code=house.code())):
        told = house.ask("serve_pages", event)
        policy = told.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|style=", told.text)


def test_whatever_a_campaign_says_is_text_and_never_markup(house: House):
    evil = "\"><script>alert('x')</script>${brand}"
    texts = {"en": {**BUFFET.texts["en"], **dict.fromkeys(TEXTS, evil)}}
    campaign = replace(BUFFET, campaign_id="evil", brand=evil, texts=texts)
    DynamoCampaignBook().put(campaign)
    put_asset(replace(ASSETS["ast_landing"], asset_id="ast_evil", campaign_id="evil"))
    told = house.ask(
        "serve_pages", sample_events.http("landing", asset_id="ast_evil", headers={"accept-language": "en"})
    )
    assert told.status == 200
    assert "<script>alert" not in told.text
    assert "&lt;script&gt;" in told.text
    assert "${brand}" in told.text


def test_the_page_is_there_in_every_language_of_the_sample(house: House):
    for locale in BUFFET.texts:
        event = sample_events.http("landing", query={"locale": locale})
        told = house.ask("serve_pages", event)
        assert f'<html lang="{locale}"' in told.text
        assert f'name="locale" value="{locale}"' in told.text
        assert BUFFET.title(locale) in told.text


@pytest.mark.parametrize(
    ("sample", "part", "cached"),
    [("asset_qr", {"file": "ast_landing.svg"}, True), ("code_qr", {}, True)],
)
def test_qr_codes_are_drawn(house: House, sample: str, part: dict[str, Any], cached: bool):
    told = house.ask("serve_pages", sample_events.http(sample, **(part or {"file": f"{house.code()}.svg"})))
    assert (told.status, told.headers["content-type"]) == (200, "image/svg+xml")
    assert told.text.lstrip().startswith(("<svg", "<?xml"))
    assert ("public" in told.headers["cache-control"]) is cached


def test_another_asset_is_another_qr_code(house: House):
    drawn = {
        house.ask("serve_pages", sample_events.http("asset_qr", file=f"{asset_id}.svg")).text
        for asset_id in ASSETS
    }
    assert len(drawn) == len(ASSETS)
    assert not any(SITE in drawing for drawing in drawn)


def test_files_of_the_pages_are_served_and_nothing_else(house: House):
    told = house.ask("serve_pages", sample_events.http("landing_file"))
    assert told.status == 200
    assert "text/css" in told.headers["content-type"]
    assert "public" in told.headers["cache-control"]
    for name in ("handler.py", "..%2Fhandler.py", "../handler.py", "landing.html", "apology.html"):
        assert house.ask("serve_pages", sample_events.http("landing_file", name=name)).status == 404


@pytest.mark.parametrize(
    ("sample", "part"),
    [
        ("asset", {"asset_id": "ast_never"}),
        ("landing", {"asset_id": "ast_never"}),
        ("landing", {"asset_id": "x" * 3_000}),
        ("code_page", {"code": "NEVER"}),
        ("asset_qr", {"file": "ast_never.svg"}),
        ("asset_qr", {"file": "ast_landing.gif"}),
        ("asset_qr", {"file": "ast_never.css"}),
        ("asset_qr", {"file": ".svg"}),
        ("asset_qr", {"file": "svg"}),
        ("code_qr", {"file": "NEVER.svg"}),
        ("code_qr", {"file": ".svg"}),
    ],
)
def test_what_never_was_is_not_found(house: House, sample: str, part: dict[str, Any]):
    told = house.ask("serve_pages", sample_events.http(sample, **part))
    assert (told.status, told.json["status"]) == (404, 404)
    assert told.headers["content-type"] == "application/problem+json"


def test_looking_at_pages_changes_nothing(house: House):
    code = house.code()
    house.aws.calls.clear()
    for event in (sample_events.http("landing"), sample_events.http("code_page", code=code)):
        assert house.ask("serve_pages", event).status == 200
    assert {call.rpartition(".")[2] for call in house.aws.operations()} <= {"GetItem"}


def test_a_widget_s_browser_that_asks_first_is_told_it_may(house: House):
    told = house.ask("serve_pages", sample_events.read("http/preflight_asset"))
    assert (told.status, told.headers["access-control-allow-origin"]) == (204, SHOP)
