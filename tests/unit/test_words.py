"""What pages and widget say, in each of the languages that we speak ourselves."""

import re
from dataclasses import replace

import pytest

from tests.fakes.samples import BUFFET
from twofold.campaigns.offer import Offer, ReferralOffer
from twofold.campaigns.words.en import TEXTS as ENGLISH
from twofold.campaigns.words.speak import LANGUAGES, direction, filled, ours, words

FIELD = re.compile(r"{(\w*)}")
FOREIGN = sorted(set(LANGUAGES) - {"en"})

SAME_EVERYWHERE = {"teaser", "popup_title"}
"""They are the offer's own title, and nothing else."""

GRATIS = {"worth_item"}
"""One word, in German, Spanish and Polish."""

ON_BUTTONS = 28
"""Characters that stand on one line of a button 44 px high on a phone 320 px wide."""

ROOM = {
    **{name: ON_BUTTONS for name in ENGLISH if name.endswith("_button")},
    **dict.fromkeys(
        (
            *("teaser", "teaser_done", "resend_wait", "change_number"),
            *("copied", "link_copied", "show_link", "calendar_link"),
        ),
        ON_BUTTONS,
    ),
    **dict.fromkeys(
        ("terms_label", "privacy_label", "country_label", "valid_until", "valid_from", "worth_item"), 20
    ),
    **{name: 44 for name in ENGLISH if name.endswith("_heading")},
    "intro": 90,
    "code_hint": 110,
}
"""Characters that a text may take, by the place it stands in; a label or a line of its own has `ON_A_LINE`."""

ON_A_LINE, AS_A_FAULT = 80, 90

LONGEST = {
    "left": "10",
    "seconds": "120",
    "title": "20 % off",
    "brand": "Saffron Garden",
    "reward": "A mango lassi",
    "amount": "1,250.00 EUR",
    "offer": "20 % off your first buffet",
    "places": "Market Square 4, River Street 11",
}


def said(language: str, name: str) -> str:
    """As it stands on a page."""
    return FIELD.sub(lambda found: LONGEST[found[1]], ours(language)[name])


@pytest.mark.parametrize("language", FOREIGN)
def test_every_language_says_everything_and_nothing_else(language):
    assert list(ours(language)) == list(ENGLISH)


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("name", ENGLISH)
def test_a_field_stands_in_all_translations_of_its_text(language, name):
    assert sorted(FIELD.findall(ours(language)[name])) == sorted(FIELD.findall(ENGLISH[name]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_has_no_field_but_those_that_are_filled_in(language):
    for name, text in ours(language).items():
        assert set(FIELD.findall(text)) <= set(LONGEST), name
        assert not re.search(r"[{}]", FIELD.sub("", text)), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_in_another_language(language):
    for other in set(LANGUAGES) - {language}:
        alike = {name for name in ENGLISH if ours(language)[name] == ours(other)[name]}
        assert alike <= SAME_EVERYWHERE | (GRATIS if {language, other} <= {"de", "es", "pl"} else set())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ENGLISH)
def test_a_text_fits_the_place_it_stands_in(language, name):
    room = ROOM.get(name, AS_A_FAULT if name.startswith("fault_") else ON_A_LINE)
    assert 0 < len(said(language, name)) <= room


@pytest.mark.parametrize("language", FOREIGN)
def test_texts_are_typeset_with_care(language):
    for name, text in ours(language).items():
        assert text == text.strip(), name
        assert not re.search(r"  |\.\.\.|'|\"| [,.]", text), name
        assert not re.search(r"} s\b", text), f"{name}: a number keeps its unit beside it"


def test_french_keeps_its_spaces_before_tall_signs():
    for name, text in ours("fr").items():
        assert not re.search(r"[^\u202f][?!;]|[^\u00a0]:", text), name


def test_a_spanish_question_is_open_from_its_beginning():
    for name, text in ours("es").items():
        assert (text.count("?"), text.count("!")) == (text.count("¿"), text.count("¡")), name


def test_each_language_keeps_to_one_way_of_address():
    other_ways = {"de": r"\b(Sie|Ihr\w*|Ihnen)\b", "es": r"\busted", "fr": r"\b(tu|toi|ton|ta|tes|te)\b"}
    for language, pattern in other_ways.items():
        assert not {name for name, text in ours(language).items() if re.search(pattern, text)}


def test_a_campaign_need_say_nothing_but_its_name_and_offer():
    silent = replace(BUFFET, texts={"en": {}})
    told = words(silent, "en")
    assert set(told) == set(ENGLISH)
    assert told["teaser"] == BUFFET.offer.title
    assert not [
        text for text in told.values() if "{brand}" in text or "{title}" in text or "{reward}" in text
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_may_bring_friends_is_told_what_that_earns(language):
    lassi = Offer(title="A mango lassi", kind="item", value=0)
    campaign = replace(
        BUFFET, texts={"en": {}, language: {"title": "20 %"}}, referral=ReferralOffer(offer=lassi)
    )
    assert lassi.title in words(campaign, language)["share_intro"]
    for referral in (ReferralOffer(), ReferralOffer(offer=BUFFET.offer)):
        assert "20 %" in words(replace(campaign, referral=referral), language)["share_intro"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_that_is_only_named_is_spoken_in_full(language):
    campaign = replace(BUFFET, locale="en", texts={"en": {}, language: {}})
    told = words(campaign, language)
    assert all(told[name] == filled(text, campaign, language) for name, text in ours(language).items())


def test_the_nearest_words_win():
    """Each locale says one text more than the one that stands nearer."""
    campaign = replace(
        BUFFET,
        locale="pl",
        texts={
            "pl": {"intro": "own", "copied": "own", "close": "own", "title": "own", "extra": "own"},
            "de": {"intro": "language", "copied": "language"},
            "de-AT": {"intro": "locale"},
        },
    )
    told = words(campaign, "de-AT")
    assert (told["intro"], told["copied"]) == ("locale", "language")
    assert told["close"] == ours("de")["close"]
    assert told["extra"] == "own"


def test_an_english_campaign_s_words_do_not_mix_into_a_language_that_we_speak():
    campaign = replace(BUFFET, texts={"en": {"join_button": "Grab it"}, "fr": {}})
    assert words(campaign, "en")["join_button"] == "Grab it"
    assert words(campaign, "fr")["join_button"] == ours("fr")["join_button"]


def test_a_language_that_we_do_not_speak_gets_the_campaign_s_own_words():
    campaign = replace(
        BUFFET, locale="pl", texts={"pl": {"join_button": "Chcę kod"}, "cs": {"copied": "Hotovo"}}
    )
    told = words(campaign, "cs")
    assert (told["join_button"], told["copied"]) == ("Chcę kod", "Hotovo")
    assert told["close"] == ours("pl")["close"]


@pytest.mark.parametrize(
    ("locale", "way"), [("en", "ltr"), ("vi-VN", "ltr"), ("ar", "rtl"), ("he_IL", "rtl"), ("fa-AF", "rtl")]
)
def test_the_direction_of_reading_is_the_language_s(locale, way):
    assert direction(locale) == way
