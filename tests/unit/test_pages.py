"""What the pages say."""

from pathlib import Path

import msgspec
import pytest

from tests.fakes.samples import BUFFET, ROOT, order
from tests.fakes.world import World
from twofold.campaigns.words.speak import LANGUAGES, ours
from twofold.contracts.errors import NotFound
from twofold.contracts.payloads import CampaignName, CodeStatus, OfferTerms
from twofold.entrypoints.code_page import code_page
from twofold.entrypoints.dates import in_words
from twofold.entrypoints.pages import SAFE, Pages
from twofold.entrypoints.qr import draw_qr

PAGES = Pages(ROOT / "functions" / "serve_pages")
ITEM = OfferTerms(title="", kind="item", value=0)


def status(terms: OfferTerms, **fields: object) -> CodeStatus:
    name = CampaignName(campaign_id="c", brand="Brand")
    told = CodeStatus(code="C", state="issued", valid=True, campaign=name, discount=terms)
    return msgspec.structs.replace(told, **fields)


def fields(told: CodeStatus, wished: str | None = "en") -> dict[str, str]:
    return code_page(told, BUFFET, wished).fields


@pytest.mark.parametrize(
    ("terms", "locale", "worth"),
    [
        (OfferTerms(title="", kind="percent", value=20), "en", "−20 %"),
        (OfferTerms(title="", kind="amount", value=1_050, currency="EUR"), "en", "−10.50 EUR"),
        (OfferTerms(title="", kind="amount", value=1_050, currency="EUR"), "de", "−10,50 EUR"),
        (OfferTerms(title="", kind="item", value=0), "en", "Free"),
        (OfferTerms(title="", kind="item", value=0), "pl", "Gratis"),
    ],
)
def test_what_a_code_is_worth_is_said_shortly(terms: OfferTerms, locale: str, worth: str):
    assert fields(status(terms), locale)["worth"] == worth


def test_a_code_that_never_expires_says_no_date():
    assert fields(status(ITEM))["expires"] == ""


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
    assert fields(status(ITEM, expires_at="2027-03-02T09:00:00Z"), locale)["expires"] == day


def test_a_day_in_a_language_that_we_lack_is_still_a_day():
    assert in_words("2027-03-02T09:00:00Z", "it-CH") == "2027-03-02"


@pytest.mark.parametrize(
    ("locale", "day"),
    [("en", "1 March 2027"), ("de", "1. März 2027"), ("fr", "1er mars 2027"), ("pl", "1 marca 2027")],
)
def test_the_first_of_a_month_is_called_as_people_call_it(locale: str, day: str):
    assert in_words("2027-03-01T09:00:00Z", locale) == day


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_month_has_a_name_of_its_own(locale: str):
    assert len({in_words(f"2027-{month:02}-05", locale) for month in range(1, 13)}) == 12


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("fate", ["redeemed", "revoked", "expired"])
def test_a_code_that_is_over_says_why_and_promises_nothing(world: World, fate: str, locale: str):
    code = world.code()
    if fate == "redeemed":
        world.codes.redeem(code, order())
    if fate == "revoked":
        world.books.upkeep.revoke(code)
    if fate == "expired":
        world.clock.forward(days=31)
    view = code_page(world.codes.check(code), BUFFET, locale)
    page = PAGES.fill(*view)
    assert f"<h1>{ours(locale)[f'over_{fate}']}</h1>" in page
    assert f'<html lang="{locale}">' in page
    assert "−20 %" not in page
    assert "<img" not in page


def test_a_code_that_is_over_for_a_reason_of_its_own_is_just_not_valid():
    told = status(ITEM, valid=False, reason="lost")
    assert fields(told, "de")["verdict"] == "Dieser Code ist nicht gültig."


def test_the_offer_s_name_is_translated_only_while_the_code_is_for_that_offer():
    same = OfferTerms(title=BUFFET.offer.title, kind="percent", value=20)
    former = OfferTerms(title="10 % off", kind="percent", value=10)
    assert fields(status(same), "pl")["title"] == BUFFET.texts["pl"]["title"]
    assert fields(status(former), "pl")["title"] == "10 % off"


def test_a_field_that_is_missing_is_not_left_blank():
    with pytest.raises(KeyError):
        PAGES.fill("code.html", {"brand": "x"})


def test_values_are_escaped_once_and_filled_in_once():
    page = PAGES.fill(
        *code_page(status(OfferTerms(title="$code <b>&\"'", kind="item", value=0)), BUFFET, None)
    )
    assert "$code &lt;b&gt;&amp;&quot;&#x27;" in page


@pytest.mark.parametrize("name", ["../handler.py", "..", "", "landing.html", "/etc/passwd"])
def test_only_static_files_are_served(name: str):
    with pytest.raises(NotFound):
        PAGES.file(name)


def test_every_static_file_has_its_kind():
    kinds = {
        path.name: PAGES.file(path.name)[0] for path in Path(ROOT / "functions/serve_pages/static").iterdir()
    }
    assert kinds
    assert set(kinds.values()) <= {"text/css", "text/javascript", "application/javascript"}


def test_pages_are_not_framed_and_run_nothing_inline():
    policy = SAFE["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy
    assert SAFE["X-Content-Type-Options"] == "nosniff"


def test_a_qr_code_is_a_drawing_of_its_text_alone():
    one, other = draw_qr("https://twofold.example/j/a"), draw_qr("https://twofold.example/j/b")
    assert one == draw_qr("https://twofold.example/j/a")
    assert one != other
    assert "<script" not in draw_qr("<script>alert(1)</script>")
