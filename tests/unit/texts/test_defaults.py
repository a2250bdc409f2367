"""The templates that are built in."""

import pytest

from twofold.messages.texts.defaults import ANSWERS, NAMES, default_template
from twofold.messages.texts.fields import known_fields
from twofold.messages.texts.fill import fields_of, loose_braces
from twofold.messages.texts.preview import preview
from twofold.messages.texts.stop_wording import says_stop

LOCALES = ("en", "de", "es", "fr", "pl", "vi")
STOPPABLE = ("help", "resumed", "joined_already", "promised", "used_up", "referral")
LONG = {
    "brand": "B" * 20,
    "contact": "c" * 25,
    "consent": "I agree.",
    "code": "W" * 14,
    "link": f"https://go.your-shop.com/{'w' * 9}",
}


def each() -> list[tuple[str, str, str]]:
    written = [(locale, name, default_template(name, locale)) for locale in LOCALES for name in sorted(NAMES)]
    return [(locale, name, text) for locale, name, text in written if text]


def test_every_language_has_them_all():
    answers = {"stopped", "help", "resumed", "join", "joined_already", "not_joined", "promised", "used_up"}
    assert answers == ANSWERS == NAMES - {"referral"}
    assert len(each()) == len(LOCALES) * len(NAMES)
    assert len({text for *_, text in each()}) == len(each())


@pytest.mark.parametrize(("locale", "name", "text"), each())
def test_each_fits_one_part_in_gsm_with_a_long_brand_and_contact(locale: str, name: str, text: str):
    for fields in (LONG, {**LONG, "contact": ""}):
        measured = preview(text, fields).measure
        assert (measured.encoding, measured.parts) == ("GSM-7", 1)


@pytest.mark.parametrize(("locale", "name", "text"), each())
def test_each_names_the_brand_and_only_fields_that_there_are(locale: str, name: str, text: str):
    assert fields_of(text)[0] == "brand"
    assert set(fields_of(text)) <= known_fields(name)
    assert not loose_braces(text)


@pytest.mark.parametrize("locale", LOCALES)
def test_each_says_what_it_is_for(locale: str):
    said = {name: default_template(name, locale) or "" for name in NAMES}
    assert "START" in said["stopped"]
    assert "{contact|" in said["help"]
    assert "{consent}" in said["join"]
    assert " Y" in said["join"]
    assert all(says_stop(said[name], locale) for name in STOPPABLE)
    assert "{code}" in said["referral"]
    assert all("HELP" in said[name] for name in ("resumed", "joined_already", "promised", "used_up"))


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
    assert default_template("reminder", "en") is None
