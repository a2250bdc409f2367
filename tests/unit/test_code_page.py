"""What a customer reads on the page of their code."""

import html
import re

import msgspec
import pytest

from tests.fakes.code_pages import CODE, bad, page, scene, status
from tests.fakes.samples import BUFFET
from twofold.campaigns.words.speak import LANGUAGES, ours
from twofold.contracts.payloads.codes import CodeStatus, CodeTerms, OfferTerms
from twofold.contracts.reasons import REASONS

ITEM = OfferTerms(title="", kind="item", value=0)
SHOWN = {"reserved", "not_yet_valid"}
OF_BASKETS = {"minimum_not_met", "products_missing", "wrong_place", "currency_mismatch"}
"""Reasons that a page without a basket is never told."""


def told(found: str, part: str) -> str:
    """The plain words of what has this class or id."""
    match = re.search(rf'<(\w+)[^>]*(?:class|id)="{part}[^>]*>(.*?)</\1>', found, re.DOTALL)
    assert match, part
    return html.unescape(re.sub(r"<[^>]+>", "", match[2])).strip()


@pytest.mark.parametrize(
    ("terms", "locale", "worth"),
    [
        (OfferTerms(title="", kind="percent", value=20), "en", "−20%"),
        (OfferTerms(title="", kind="percent", value=20), "de", "−20\u00a0%"),
        (OfferTerms(title="", kind="amount", value=1_050, currency="EUR"), "en", "−10.50 EUR"),
        (OfferTerms(title="", kind="amount", value=123_450, currency="EUR"), "de", "−1.234,50 EUR"),
        (OfferTerms(title="", kind="amount", value=1_500, currency="JPY"), "en", "−1,500 JPY"),
        (OfferTerms(title="", kind="amount", value=1_500, currency="KWD"), "en", "−1.500 KWD"),
        (ITEM, "en", "Free"),
        (ITEM, "pl", "Gratis"),
    ],
)
def test_what_a_code_is_worth_is_said_shortly(terms: OfferTerms, locale: str, worth: str):
    assert told(page(status(terms), locale), "worth") == worth


@pytest.mark.parametrize(
    ("locale", "day"),
    [
        ("en", "Valid until 2 March 2027"),
        ("pl-PL", "Ważny do 2 marca 2027"),
        ("de-CH", "Gültig bis 2. März 2027"),
        ("es", "Válido hasta el 2 de marzo de 2027"),
        ("fr-CA", "Valable jusqu’au 2 mars 2027"),
        ("vi", "Có giá trị đến ngày 2 tháng 3, 2027"),
        ("it", "Valid until 2 March 2027"),
    ],
)
def test_the_last_day_is_written_as_people_write_it(locale: str, day: str):
    assert day in page(status(expires_at="2027-03-03T12:00:00Z"), locale)


def test_a_code_that_ends_at_midnight_ends_with_the_day_before():
    assert "Valid until 31 December 2026" in page(status(expires_at="2027-01-01T00:00:00Z"))


def test_a_code_that_begins_at_midnight_begins_with_that_day():
    terms = CodeTerms(starts_at="2026-11-30T23:00:00Z")
    assert "Gültig ab 1. Dezember 2026" in page(bad("not_yet_valid", terms=terms), "de")


def test_a_code_that_never_expires_says_no_date_and_offers_no_calendar():
    found = page(status())
    assert "Valid until" not in found
    assert "calendar" not in found


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("reason", sorted(set(REASONS) - SHOWN - OF_BASKETS))
def test_a_code_that_is_over_says_why_and_promises_nothing(reason: str, locale: str):
    found = page(bad(reason), locale)
    name = "code_redeemed" if reason == "redeemed" else f"over_{reason}"
    assert told(found, "state").endswith(ours(locale)[name])
    assert f'<html lang="{locale}" dir="ltr">' in found
    assert "−20%" not in found
    assert "<img" not in found
    assert "data-copy" not in found


@pytest.mark.parametrize(
    ("told_of_it", "look", "words"),
    [
        (status(), "good", "Show this at the till."),
        (status(state="rolled_back"), "good", "Good again. Show this at the till."),
        (bad("reserved", reserved_until="2027-01-01T00:00:00Z"), "wait", "Kept for a cart"),
        (bad("not_yet_valid", state="issued"), "wait", "not good yet"),
        (bad("redeemed"), "thanks", "Redeemed. Thank you!"),
        (bad("expired"), "ended", "expired"),
        (bad("lost"), "ended", "This code is not valid."),
    ],
)
def test_a_state_is_told_by_words_icon_and_look(told_of_it: CodeStatus, look: str, words: str):
    found = page(told_of_it)
    assert f'class="state {look}" role="status"' in found
    assert re.search(r'class="icon" aria-hidden="true">\S', found)
    assert words in told(found, "state")


@pytest.mark.parametrize("reason", sorted(SHOWN))
def test_a_code_that_will_be_good_is_shown_meanwhile(reason: str):
    found = page(bad(reason))
    assert f'src="/q/{CODE}.svg"' in found
    assert "−20%" in found


@pytest.mark.parametrize("reason", REASONS)
def test_only_where_nothing_can_follow_nobody_need_ask_again(reason: str):
    assert ("data-final" in page(bad(reason))) is (reason in {"expired", "revoked"})
    assert "data-final" not in page(status())


def test_the_page_says_what_its_state_s_address_would_answer():
    now = status(expires_at="2027-01-01T00:00:00Z", terms=CodeTerms(uses_left=2))
    (kept,) = re.findall(r'data-status="([^"]*)"', page(now))
    assert html.unescape(kept) == msgspec.json.encode(now).decode()


def test_the_terms_are_sentences_and_places_have_their_names():
    terms = CodeTerms(
        minimum=4_000, currency="EUR", products=("p-1",), places=("vienna-1", "graz"), uses_left=3
    )
    found = page(status(terms=terms), places={"vienna-1": "Market Square 4"})
    assert re.findall(r"<li>(.*?)</li>", found) == [
        "On orders of 40.00 EUR or more",
        "For certain products only",
        "Only here: Market Square 4, graz",
        "Good for 3 more orders",
    ]


def test_a_code_that_asks_for_nothing_has_no_list_of_terms():
    assert "<ul" not in page(status())
    assert "<ul" not in page(status(terms=CodeTerms(uses_left=1)))


def test_a_code_that_begins_later_says_when():
    early = bad("not_yet_valid", terms=CodeTerms(starts_at="2026-12-01T00:00:00Z"))
    assert "Valid from 1 December 2026" in page(early)
    assert "Valid from" not in page(status(terms=CodeTerms(starts_at="2026-12-01T00:00:00Z")))


def test_the_shop_is_linked_where_its_whole_address_is_known():
    with_shop = page(status(code="A&B"), apply_url="https://shop.example/discount/{code}")
    assert 'href="https://shop.example/discount/A%26B"' in with_shop
    assert "Use it in the shop" not in page(status(), apply_url="/discount/{code}")
    assert "Use it in the shop" not in page(bad("redeemed"), apply_url="https://shop.example/{code}")


def test_an_imported_code_is_shown_as_it_was_written_and_found_as_it_is_kept():
    found = page(status(code="Spring-24 x", expires_at="2027-01-01T00:00:00Z"))
    assert ">Spring-24 x</p>" in found
    assert 'src="/q/SPRING24X.svg"' in found
    assert 'href="/c/SPRING24X/calendar.ics?locale=en"' in found


def test_the_offer_s_name_is_translated_only_while_the_code_is_for_that_offer():
    former = OfferTerms(title="10 % off", kind="percent", value=10)
    assert f'<h1 dir="auto">{BUFFET.texts["pl"]["title"]}</h1>' in page(status(), "pl")
    assert '<h1 dir="auto">10 % off</h1>' in page(status(former), "pl")


def test_who_reads_from_right_to_left_does():
    found = page(status(), "ar", texts={**BUFFET.texts, "ar": {"title": "خصم"}})
    assert '<html lang="ar" dir="rtl">' in found
    assert re.search(r'class="ticket" dir="ltr"', found)


def test_a_campaign_s_own_words_come_first():
    found = page(bad("redeemed"), texts={**BUFFET.texts, "en": {"code_redeemed": "Enjoy your meal!"}})
    assert told(found, "state").endswith("Enjoy your meal!")


def test_values_are_escaped_once_and_filled_in_once():
    found = page(status(OfferTerms(title="$code <b>&\"'", kind="item", value=0)))
    assert "$code &lt;b&gt;&amp;&quot;&#x27;" in found


def test_the_scene_is_spoken_in_the_nearest_language():
    assert scene(status(), "de-CH").locale == "de"
