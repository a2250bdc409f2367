"""Pages as people meet them: in their language, without a word meant for programs."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from botocore.exceptions import EndpointConnectionError

from tests.fakes import sample_events
from tests.fakes.samples import ASSETS, BUFFET
from tests.fakes.stored import put_asset
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.signed import SignedService
from twofold.campaigns.words.speak import LANGUAGES, ours
from twofold.contracts.instants import now

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
NOWHERE: list[tuple[str, dict[str, Any]]] = [
    ("landing", {"asset_id": "ast_never"}),
    ("code_page", {"code": "NEVER"}),
]


def test_a_customer_s_own_page_shows_the_code_and_what_it_is_worth(house: House):
    code = house.code()
    told = house.ask("serve_pages", sample_events.http("code_page", code=code))
    assert (told.status, told.headers["cache-control"]) == (200, "no-store")
    assert code in told.text
    assert "−20%" in told.text
    assert "Show this at the till." in told.text


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_customer_s_own_page_speaks_their_language(house: House, locale: str):
    headers = {"accept-language": f"{locale}-XX,{locale};q=0.9"}
    told = house.ask("serve_pages", sample_events.http("code_page", code=house.code(), headers=headers))
    assert f'<html lang="{locale}" dir="ltr">' in told.text
    assert BUFFET.title(locale) in told.text
    assert ours(locale)["show_at_till"] in told.text


def test_a_used_code_s_page_promises_nothing_any_more(house: House):
    code = house.code()
    order = {"order_id": "order-1", "amount": 10_000, "currency": "PLN"}
    spend = sample_events.http("redeem", code=code, body=order, headers=house.key())
    assert house.ask("redeem_codes", spend).status == 201
    told = house.ask("serve_pages", sample_events.http("code_page", code=code))
    assert told.status == 200
    assert "Redeemed. Thank you!" in told.text
    assert "−20%" not in told.text
    assert "<img" not in told.text


@pytest.mark.parametrize(("sample", "part"), NOWHERE)
@pytest.mark.parametrize("locale", LANGUAGES)
def test_an_address_that_leads_nowhere_is_a_page_for_people(
    house: House, sample: str, part: dict[str, Any], locale: str
):
    headers = {"accept": BROWSER, "accept-language": locale}
    told = house.ask("serve_pages", sample_events.http(sample, headers=headers, **part))
    assert (told.status, told.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert told.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in told.headers["content-security-policy"]
    assert f'<html lang="{locale}">' in told.text
    assert "problem" not in told.text


@pytest.mark.parametrize(("sample", "part"), NOWHERE)
def test_who_names_no_kind_is_taken_for_a_person(house: House, sample: str, part: dict[str, Any]):
    event = sample_events.http(sample, **part)
    del event["headers"]["accept"]
    told = house.ask("serve_pages", event)
    assert (told.status, told.headers["content-type"]) == (404, "text/html; charset=utf-8")


@pytest.mark.parametrize("accept", ["*/*", "application/json", "application/problem+json"])
def test_a_program_is_told_in_json(house: House, accept: str):
    for sample, part in NOWHERE:
        told = house.ask("serve_pages", sample_events.http(sample, headers={"accept": accept}, **part))
        assert (told.status, told.json["status"]) == (404, 404)


def test_what_is_for_programs_stays_json_in_a_browser(house: House):
    event = sample_events.http("asset", asset_id="ast_never", headers={"accept": BROWSER})
    assert house.ask("serve_pages", event).json["code"] == "asset_not_found"


def test_a_page_that_cannot_be_made_now_says_so_to_people(house: House, monkeypatch: pytest.MonkeyPatch):
    def fail(service: SignedService, operation: str, arguments: dict[str, Any]) -> Any:
        raise EndpointConnectionError(endpoint_url="https://dynamodb.internal")

    house.boot("serve_pages")
    monkeypatch.setattr(SignedService, "_once", fail)
    headers = {"accept": BROWSER, "accept-language": "de"}
    told = house.ask("serve_pages", sample_events.http("code_page", headers=headers))
    assert (told.status, told.headers["retry-after"]) == (503, "2")
    assert "Das geht gerade nicht" in told.text


def test_a_number_cannot_get_into_an_address(house: House):
    text = house.ask("serve_pages", sample_events.http("landing")).text
    assert re.findall(r"<form[^>]*>", text) == re.findall(r'<form[^>]*method="post"[^>]*>', text)
    assert "formaction" not in text
    assert "formmethod" not in text


def test_a_paused_asset_s_page_says_so_kindly_in_the_visitor_s_language(house: House):
    put_asset(replace(ASSETS["ast_landing"], asset_id="ast_resting", paused=True, slug=None, keyword=None))
    for locale in ("de", "pl"):
        event = sample_events.http(
            "landing", asset_id="ast_resting", headers={"accept": BROWSER, "accept-language": locale}
        )
        told = house.ask("serve_pages", event)
        assert (told.status, told.headers["cache-control"]) == (410, "no-store")
        assert f'<html lang="{locale}"' in told.text
        assert ours(locale)["fault_asset_paused"] in told.text
        assert BUFFET.brand in told.text
        assert 'id="phone"' not in told.text


def test_a_campaign_that_is_over_says_so_kindly(house: House):
    DynamoCampaignBook().put(replace(BUFFET, campaign_id="ended", ends_at=now() - timedelta(days=1)))
    over = replace(ASSETS["ast_landing"], asset_id="ast_ended", campaign_id="ended", slug=None, keyword=None)
    put_asset(over)
    told = house.ask("serve_pages", sample_events.http("landing", asset_id="ast_ended"))
    assert told.status == 410
    assert ours("de")["fault_campaign_not_running"] in told.text


@pytest.mark.parametrize(
    ("sample", "part"),
    [("code_page", "{}"), ("code_state", "{}"), ("code_calendar", "{}"), ("code_qr", "{}.svg")],
)
def test_who_guesses_codes_is_soon_told_nothing_any_more(house: House, sample: str, part: str):
    def look(code: str, **headers: str) -> Answered:
        name = "file" if sample == "code_qr" else "code"
        path: dict[str, Any] = {name: part.format(code)}
        event = sample_events.http(sample, headers=headers, **path)
        return house.ask("serve_pages", event)

    code = house.code()
    assert look(code).status == 200
    assert {look(f"SG-{number:04}").status for number in range(30)} == {404}
    for asked in (code, "SG-0031"):
        told = look(asked, accept="application/json")
        assert (told.status, told.json["code"]) == (429, "rate_limited")
        assert 0 < int(told.headers["retry-after"]) <= 600


def test_who_has_asked_too_often_reads_so_in_their_language(house: House):
    headers = {"accept": BROWSER, "accept-language": "pl"}
    for _ in range(31):
        told = house.ask("serve_pages", sample_events.http("code_page", code="NEVER", headers=headers))
    assert told.status == 429
    assert "Poczekaj chwilę" in told.text
