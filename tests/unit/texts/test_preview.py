"""What a marketer is shown before anybody gets a text."""

from dataclasses import replace

import pytest

from tests.fakes.samples import BUFFET
from twofold.codes.draw import draw_code
from twofold.contracts.instants import now
from twofold.messages.texts.bound import bound_line, host_of
from twofold.messages.texts.preview import preview
from twofold.messages.texts.samples import typical, worst_case

SITE = "https://go.saffrongarden.example"
TEMPLATES = [(locale, name) for locale, named in BUFFET.templates.items() for name in named]


@pytest.mark.parametrize(("locale", "name"), TEMPLATES)
def test_each_text_of_the_sample_fits_one_part_in_gsm_at_its_worst(locale: str, name: str):
    ending = bound_line(host_of(SITE), "{code}") if name == "verification" else ""
    shown = preview(BUFFET.templates[locale][name] + ending, worst_case(BUFFET, name, locale, SITE))
    assert (shown.measure.encoding, shown.measure.parts) == ("GSM-7", 1)
    assert not set("{}") & set(shown.text)


@pytest.mark.parametrize("locale", sorted(BUFFET.texts))
def test_the_sample_speaks_the_same_languages_on_phones_and_on_pages(locale: str):
    assert set(BUFFET.templates) == set(BUFFET.texts)
    assert set(BUFFET.templates[locale]) == {"verification", "code", "reminder"}


def test_a_typical_text_reads_like_one_that_is_sent():
    shown = preview("{first_name|Hi}, {code} till {expires}: {link}", typical(BUFFET, "reminder", "en"))
    assert shown.text == "Anna, BUFWWWWWWWWWW till 2026-12-31: https://go.your-shop.com/wwwwwwwww"
    assert (shown.measure.units, shown.measure.left) == (71, 89)


def test_the_worst_case_is_no_shorter_than_what_is_drawn():
    for prefix in ("", "BUF", "summer sale"):
        campaign = replace(BUFFET, code_prefix=prefix)
        drawn = draw_code(campaign, now()).code
        assert len(worst_case(campaign, "code", "en")["code"]) == max(12, len(drawn))


def test_a_code_to_confirm_with_is_six_digits():
    assert worst_case(BUFFET, "verification", "en")["code"] == "123456"


def test_the_words_are_those_of_the_language():
    assert worst_case(BUFFET, "code", "pl-PL")["title"] == BUFFET.texts["pl"]["title"]
    assert worst_case(BUFFET, "code", "en")["title"] == BUFFET.offer.title
    assert worst_case(BUFFET, "join", "de")["consent"] == BUFFET.consents[-1].text["de"]
    assert worst_case(BUFFET, "join", "it")["consent"] == BUFFET.consents[-1].text["en"]


def test_a_field_is_there_only_where_it_is_known():
    assert set(worst_case(BUFFET, "verification", "en")) == {"brand", "code"}
    assert "consent" not in worst_case(BUFFET, "reminder", "en")


def test_a_campaign_without_consents_or_contact_is_shown_all_the_same():
    bare = replace(BUFFET, consents=(), contact=None)
    assert (worst_case(bare, "join", "en")["consent"], worst_case(bare, "join", "en")["contact"]) == ("", "")
