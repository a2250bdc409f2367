"""What a campaign's pages have words for."""

import re

import pytest

from tests.fakes.samples import BUFFET, ROOT
from twofold.contracts import errors
from twofold.entrypoints.texts import FAULT_TEXTS, PAGE_TEXTS

PACKAGE = ROOT / "layers/twofold/python/twofold"
VISITED = [*(PACKAGE / "leads").glob("*.py"), *(PACKAGE / "assets").glob("*.py")] + [
    PACKAGE / "adapters/dynamodb" / name for name in ("campaigns.py", "challenges.py")
]
"""Where a visitor's sign-up can be refused."""

TO_OPERATORS = {"keyword_taken"}
"""What is refused there to those who put assets in."""

SCRIPTS = (ROOT / "functions/serve_pages/static").glob("*.js")


def raised() -> set[str]:
    named = re.compile(r'\bcode="(\w+)"|_fault\(\s*"(\w+)"')
    found = {one or other for path in VISITED for one, other in named.findall(path.read_text("utf-8"))}
    assert found >= TO_OPERATORS
    return found - TO_OPERATORS


@pytest.mark.parametrize("locale", sorted(BUFFET.texts))
def test_every_language_of_the_sample_says_everything_and_nothing_else(locale: str):
    assert set(BUFFET.texts[locale]) - {"title"} == PAGE_TEXTS


@pytest.mark.parametrize("name", sorted(PAGE_TEXTS))
def test_a_field_in_a_text_stands_in_all_of_its_translations(name: str):
    found = [re.findall(r"{\w+}", texts[name]) for texts in BUFFET.texts.values()]
    assert found == [found[0]] * len(found)


def test_no_translation_repeats_the_original():
    texts = BUFFET.texts
    for locale in ("pl", "de"):
        assert not {name for name in PAGE_TEXTS if texts[locale][name] == texts["en"][name]}


def test_whatever_can_refuse_a_visitor_has_words_for_people():
    codes = raised()
    assert {"wrong_code", "not_a_mobile", "origin_not_allowed", "asked_already", "too_soon"} <= codes
    codes |= {
        errors.TooMany.default_code,
        errors.Unavailable.default_code,
        errors.OutcomeUnknown.default_code,
    }
    assert {f"fault_{code}" for code in codes | {"internal"}} <= set(FAULT_TEXTS)


def test_the_script_says_nothing_that_it_was_not_given():
    for script in SCRIPTS:
        content = script.read_text("utf-8")
        assert set(re.findall(r"\bsay\.(\w+)", content)) <= PAGE_TEXTS
        assert "detail" not in content


@pytest.mark.parametrize(("locale", "cart"), [("en", "my cart"), ("pl", "koszyku"), ("de", "Warenkorb")])
def test_the_sample_s_consent_names_what_it_allows(locale: str, cart: str):
    wording = BUFFET.consents[-1]
    assert wording.scopes == ("marketing", "cart_reminders")
    assert cart in wording.text[locale]
