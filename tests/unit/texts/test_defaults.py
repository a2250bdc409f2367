"""The templates that are built in."""

import re

import pytest

from twofold.messages.texts.defaults import ANSWERS, LANGUAGES, NAMES, default_template
from twofold.messages.texts.fields import known_fields
from twofold.messages.texts.fill import fields_of, loose_braces, missing
from twofold.messages.texts.preview import preview
from twofold.messages.texts.stop_wording import says_stop
from twofold.messages.texts.written import NOT_MARKETING

ASKED_FOR = {
    *("stopped", "help", "resumed", "join", "joined_already", "not_joined", "promised", "used_up", "ask_why"),
}
MARKETING = {
    *("referral", "reminder", "last_reminder", "cart_code", "cart", "come_back", "thanks", "thanks_friends"),
    *("still_there", "missed", "last_offer", "useful"),
}
ASKS_FOR_HELP_TOO = ("resumed", "joined_already", "promised", "used_up", "ask_why")
STOPPABLE = MARKETING | {"help", *ASKS_FOR_HELP_TOO}
OF_A_CODE = ("referral", "reminder", "last_reminder", "cart_code", "come_back", "last_offer")

LONG = {
    "brand": "B" * 20,
    "title": "T" * 30,
    "contact": "c" * 25,
    "consent": "I agree.",
    "code": "W" * 14,
    "expires": "2026-12-31",
    "link": f"https://go.your-shop.com/{'w' * 9}",
    "friends": f"https://go.your-shop.com/R{'W' * 11}",
}
MAY_BE_BLANK = ("contact", "expires", "link")


def each() -> list[tuple[str, str, str]]:
    return [(locale, name, said(name, locale)) for locale in LANGUAGES for name in sorted(NAMES)]


def said(name: str, locale: str) -> str:
    return default_template(name, locale) or ""


def test_every_language_has_them_all_in_words_of_its_own():
    assert ASKED_FOR | MARKETING == NAMES
    assert all(text for *_, text in each())
    assert len({text for *_, text in each()}) == len(LANGUAGES) * len(NAMES)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_text_has_the_same_fields_in_all_languages(name: str):
    assert len({frozenset(fields_of(said(name, locale))) for locale in LANGUAGES}) == 1


def test_what_nobody_asked_for_is_marketing():
    assert set(ANSWERS) == ASKED_FOR
    assert NAMES - NOT_MARKETING == MARKETING


@pytest.mark.parametrize(("locale", "name", "text"), each())
def test_each_fits_one_part_in_gsm_with_the_longest_that_is_likely(locale: str, name: str, text: str):
    for fields in (LONG, *({**LONG, field: ""} for field in MAY_BE_BLANK)):
        measured = preview(text, fields).measure
        assert (measured.encoding, measured.parts) == ("GSM-7", 1)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_text_of_an_automation_leaves_room_for_an_address_that_is_a_little_longer(locale: str):
    left = {name: preview(said(name, locale), LONG).measure.left for name in (*MARKETING, "ask_why")}
    assert {name: room for name, room in left.items() if room < 5} == {}


@pytest.mark.parametrize(("locale", "name", "text"), each())
def test_each_names_the_brand_and_only_fields_that_there_are(locale: str, name: str, text: str):
    assert fields_of(text)[0] == "brand"
    assert set(fields_of(text)) <= known_fields(name)
    assert not loose_braces(text)


@pytest.mark.parametrize(("locale", "name", "text"), each())
def test_each_reads_well_whether_or_not_there_is_all_to_fill_in(locale: str, name: str, text: str):
    for fields in (LONG, {name: LONG[name] for name in missing(text, {})}):
        shown = preview(text, fields).text
        assert not re.search(r"  |[:.] ?[:.]| [.,:]|[{}]|^ | $", shown)


@pytest.mark.parametrize(("locale", "name", "text"), each())
def test_no_phone_takes_what_stands_behind_an_address_for_part_of_it(locale: str, name: str, text: str):
    assert not re.search(r"{(link|friends)(\|[^}]*)?}[^ ]", text)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_each_says_what_it_is_for(locale: str):
    assert "START" in said("stopped", locale)
    assert "{contact|" in said("help", locale)
    assert "{consent}" in said("join", locale)
    assert " Y" in said("join", locale)
    assert all(says_stop(said(name, locale), locale) for name in STOPPABLE)
    assert all("{code}" in said(name, locale) for name in OF_A_CODE)
    assert all("HELP" in said(name, locale) for name in ASKS_FOR_HELP_TOO)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_last_reminder_names_the_last_day_and_hurries_nobody_whose_code_has_none(locale: str):
    shown = preview(said("last_reminder", locale), LONG).text
    assert LONG["expires"] in shown
    assert not any(c.isdigit() for c in preview(said("last_reminder", locale), {**LONG, "expires": ""}).text)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_whoever_is_asked_why_is_sold_nothing(locale: str):
    assert fields_of(said("ask_why", locale)) == ("brand",)
    assert [n for n in "0123456789" if n in said("ask_why", locale)] == ["1", "2", "3"]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_what_is_useful_and_thanks_push_no_code(locale: str):
    for name in ("useful", "thanks", "thanks_friends", "still_there", "missed"):
        assert not {"code", "title", "expires"} & set(fields_of(said(name, locale)))


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_cart_s_text_names_no_goods(locale: str):
    for name in ("cart", "cart_code"):
        assert set(fields_of(said(name, locale))) <= {"brand", "code", "link"}


def test_each_language_keeps_to_one_way_of_address():
    other = {"de": r"\b(Sie|Ihr\w*|Ihnen)\b", "es": r"\busted", "fr": r"\b(tu|toi|ton|ta|tes|te)\b"}
    for locale, pattern in other.items():
        assert not [name for name in NAMES if re.search(pattern, said(name, locale))]


def test_a_spanish_question_is_open_from_its_beginning():
    for text in (said(name, "es") for name in NAMES):
        assert (text.count("?"), text.count("!")) == (text.count("¿"), text.count("¡"))


def test_in_english_the_words_of_the_us_carriers_are_there():
    for name in ("help", "resumed"):
        assert "Msg frequency varies. Msg & data rates may apply." in (default_template(name, "en") or "")


@pytest.mark.parametrize(
    ("locale", "spoken"),
    [("pl-PL", "pl"), ("PL", "pl"), ("de_CH", "de"), ("uk", "en"), ("", "en"), ("en-GB", "en")],
)
def test_the_language_of_a_locale_is_spoken_and_english_otherwise(locale: str, spoken: str):
    assert default_template("help", locale) == default_template("help", spoken)


def test_what_is_not_built_in_is_none():
    assert default_template("sale", "en") is None
