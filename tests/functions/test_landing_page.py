"""The landing page as everybody gets it: what previews show, how it looks, and what may have a say in it."""

import re
from dataclasses import replace
from typing import Any

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ASSETS, BUFFET, SITE
from tests.fakes.stored import put_asset
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.campaigns.words.speak import ours

PLAIN = replace(ASSETS["ast_landing"], slug=None, keyword=None)


def page(house: House, asset_id: str = "ast_landing", **more) -> Answered:
    told = house.ask("serve_pages", sample_events.http("landing", asset_id=asset_id, **more))
    assert told.status == 200, told.text
    return told


def property_of(told: Answered, name: str) -> str | None:
    found = re.search(rf'<meta property="og:{name}" content="([^"]*)">', told.text)
    return found and found[1]


def dressed(house: House, name: str, **changes: Any) -> str:
    """An asset of a campaign with these changes."""
    DynamoCampaignBook().put(replace(BUFFET, campaign_id=name, **changes))
    put_asset(replace(PLAIN, asset_id=f"ast_{name}", campaign_id=name))
    return f"ast_{name}"


def test_a_preview_shows_the_offer(house: House):
    told = page(house)
    assert property_of(told, "title") == BUFFET.title("de")
    assert property_of(told, "site_name") == BUFFET.brand
    assert property_of(told, "url") == f"{SITE}/j/ast_landing"
    assert (property_of(told, "type"), property_of(told, "locale")) == ("website", "de")
    assert property_of(told, "image") is None
    description = property_of(told, "description")
    assert description
    assert description in told.text.split("<body>")[1]


def test_a_preview_shows_the_campaign_s_picture(house: House):
    picture = "https://brand.example/buffet.jpg?w=1200&h=630"
    told = page(house, dressed(house, "pictured", theme={"image": picture}))
    assert property_of(told, "image") == picture.replace("&", "&amp;")


def test_nothing_is_fetched_from_elsewhere(house: House):
    text = page(house).text
    fetched = re.findall(r'<(?:link|script|img)[^>]*(?:href|src)="([^"]*)"', text)
    assert fetched == ["data:,", "/static/pages.css", "/a/ast_landing.css", "/static/landing.js"]


def test_the_box_and_the_line_of_trust_stand_in_the_visitor_s_language(house: House):
    text = page(house, query={"locale": "pl"}).text
    assert ours("pl")["trust_line"].replace("{brand}", BUFFET.brand) in text
    assert BUFFET.consents[-1].text["pl"].split(".")[0] in text


def test_who_reads_from_right_to_left_does(house: House):
    consent = BUFFET.consents[-1]
    consents = (replace(consent, text={**consent.text, "ar": "أوافق"}),)
    asset_id = dressed(house, "arabic", texts={**BUFFET.texts, "ar": {"title": "خصم"}}, consents=consents)
    text = page(house, asset_id, query={"locale": "ar"}).text
    assert '<html lang="ar" dir="rtl"' in text
    assert 'type="tel" inputmode="tel" autocomplete="tel" dir="ltr"' in text


def test_a_country_is_chosen_only_where_there_is_a_choice(house: House):
    assert "<select" in page(house).text
    put_asset(replace(PLAIN, asset_id="ast_poland", countries=("PL",)))
    assert "<select" not in page(house, "ast_poland").text


@pytest.mark.parametrize(
    "more",
    [
        {"query": {"tf_visit": "vst_x", "tf_ref": "R23456789ABC", "other": "x"}},
        {"headers": {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}},
        {"headers": {"user-agent": "Other/1", "referer": "https://evil.example/?q", "cookie": "a=b"}},
        {"headers": {"cloudfront-viewer-address": "198.51.100.9:1", "x-twofold-edge": "x"}},
        {"headers": {"purpose": "prefetch", "content-type": "text/plain", "accept": "*/*"}},
    ],
)
def test_no_request_colours_another_s_page(house: House, more: dict[str, Any]):
    """The edge keeps a page by its language and campaign tags alone, and hands more than these on."""
    plain, other = page(house), page(house, **more)
    assert other.text == plain.text
    ours_alone = {name: other.headers[name] for name in plain.headers}
    assert ours_alone == plain.headers
    assert set(other.headers) - set(plain.headers) <= {"access-control-allow-origin"}


def test_a_theme_is_a_style_sheet_of_checked_variables(house: House):
    theme = {"accent": "#FFD400", "radius": "4px", "font": "serif", "paper": "#ffffff", "ink": "#222222"}
    asset_id = dressed(house, "yellow", theme=theme)
    assert f'href="/a/{asset_id}.css"' in page(house, asset_id).text
    told = house.ask("serve_pages", sample_events.http("asset_qr", file=f"{asset_id}.css"))
    assert (told.status, told.headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert "--accent:#FFD400;" in told.text
    assert "--on-accent:#000000;" in told.text
    assert "Georgia" in told.text
    assert "public" in told.headers["cache-control"]


def test_whatever_else_a_theme_says_does_not_get_into_the_page(house: House):
    evil = "red;}body{background:url(https://evil.example)}"
    asset_id = dressed(
        house, "hostile", theme={"accent": evil, "font": evil, "x": evil, "image": "javascript:x"}
    )
    told = house.ask("serve_pages", sample_events.http("asset_qr", file=f"{asset_id}.css"))
    assert "evil" not in told.text
    assert "javascript:" not in page(house, asset_id).text


def test_a_campaign_without_a_theme_asks_for_no_style_sheet_of_its_own(house: House):
    assert "/a/" not in page(house, dressed(house, "plain", theme=None)).text


@pytest.mark.parametrize("use", ["poster", "flyer", "sticker", "table_tent", "billboard", "screen", None])
def test_an_asset_s_link_is_drawn_for_every_use(house: House, use: str | None):
    for ending, media in (("svg", "image/svg+xml"), ("png", "image/png")):
        event = sample_events.http(
            "asset_qr", file=f"ast_landing.{ending}", query={"use": use} if use else None
        )
        told = house.ask("serve_pages", event)
        assert (told.status, told.headers["content-type"]) == (200, media)


def test_a_qr_code_for_nothing_that_we_know_is_refused(house: House):
    told = house.ask("serve_pages", sample_events.http("asset_qr", query={"use": "tattoo"}))
    assert (told.status, told.json["errors"][0]["field"]) == (422, "use")


def test_a_poster_can_be_printed_while_its_asset_rests(house: House):
    put_asset(replace(PLAIN, asset_id="ast_asleep", paused=True))
    assert house.ask("serve_pages", sample_events.http("asset_qr", file="ast_asleep.svg")).status == 200
