"""What a campaign's pages have words for."""

import re

import pytest

from tests.fakes.samples import BUFFET, ROOT
from twofold.campaigns.words.en import TEXTS as ENGLISH
from twofold.campaigns.words.speak import ours, words
from twofold.contracts import errors
from twofold.entrypoints.landing.code import STEP_TEXTS
from twofold.entrypoints.landing.done import FRIENDS_TEXTS
from twofold.entrypoints.landing.number import NUMBER_TEXTS

PACKAGE = ROOT / "layers/twofold/python/twofold"
VISITED = [*(PACKAGE / "leads").glob("*.py"), *(PACKAGE / "assets").glob("*.py")] + [
    PACKAGE / "adapters/dynamodb" / name for name in ("assets.py", "campaigns.py", "challenges.py")
]
"""Where a visitor's sign-up can be refused."""

TO_OPERATORS = {"asset_invalid", "asset_taken", "fixed", "keyword_taken", "slug_taken"}
"""What is refused there to those who put assets in."""

TO_PARTNERS = {"lead_not_found"}
"""What a CRM is told that asks for somebody."""

TO_PASSERS_BY = {"link_not_found"}
"""Whoever opens a link that never was sees a page of its own."""


def raised() -> set[str]:
    named = re.compile(r'\bcode="(\w+)"|_fault\(\s*"(\w+)"')
    found = {one or other for path in VISITED for one, other in named.findall(path.read_text("utf-8"))}
    others = TO_OPERATORS | TO_PASSERS_BY | TO_PARTNERS
    assert found >= others
    return found - others


def asked() -> set[str]:
    """The texts that pages ask for by name."""
    named = re.compile(r'\b(?:say|said)\["(\w+)"\]')
    files = [*(PACKAGE / "entrypoints/landing").glob("*.py"), PACKAGE / "entrypoints/code_page.py"]
    found = {name for path in files for name in named.findall(path.read_text("utf-8"))}
    assert found >= {"show_at_till", "closed_heading", "fault_network", "over_other"}
    return found.union(NUMBER_TEXTS, STEP_TEXTS, FRIENDS_TEXTS)


@pytest.mark.parametrize("locale", sorted(BUFFET.texts))
def test_every_language_of_the_sample_says_all_that_a_page_needs(locale: str):
    assert set(words(BUFFET, locale)) >= asked()


def test_every_name_that_a_page_knows_is_a_text_of_ours():
    assert set(ENGLISH) >= asked()


def test_the_sample_brings_only_what_is_its_own():
    for locale, texts in BUFFET.texts.items():
        own = {name for name, text in texts.items() if text != ours(locale).get(name)}
        assert own == set(texts) <= {"title", "intro"}


def test_whatever_can_refuse_a_visitor_has_words_for_people():
    codes = raised()
    assert {"wrong_code", "not_a_mobile", "origin_not_allowed", "asked_already", "too_soon"} <= codes
    codes |= {
        errors.TooMany.default_code,
        errors.Unavailable.default_code,
        errors.OutcomeUnknown.default_code,
    }
    assert {f"fault_{code}" for code in codes | {"internal"}} <= set(ENGLISH)


CART = {
    "en": "my cart",
    "de": "Warenkorb",
    "es": "carrito",
    "fr": "panier",
    "pl": "koszyku",
    "vi": "giỏ hàng",
}


@pytest.mark.parametrize(("locale", "cart"), CART.items())
def test_the_sample_s_consent_names_what_it_allows(locale: str, cart: str):
    wording = BUFFET.consents[-1]
    assert wording.scopes == ("marketing", "cart_reminders")
    said = wording.text[locale]
    assert cart in said
    assert BUFFET.brand in said
    assert re.search(r"\bSTOP\b.*\bHELP\b", said)
