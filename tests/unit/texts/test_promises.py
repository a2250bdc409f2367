"""What our texts tell people to answer is understood when they do."""

import re

import pytest

from twofold.automations.declines.reasons import PRICE, TIME, UNFIT, read_reason
from twofold.messages.replies.wording.read_intent import read_intent
from twofold.messages.texts.defaults import ASK_WHY, LANGUAGES, default_template
from twofold.messages.texts.stop_wording import STOP_WORDS, says_stop

LOCAL = [(locale, word) for locale, words in STOP_WORDS.items() for word in words]


@pytest.mark.parametrize(("locale", "word"), [("en", "STOP"), *LOCAL])
def test_a_word_that_counts_as_a_way_out_is_one(locale: str, word: str):
    assert says_stop(f"Hi! {word}.", locale)
    assert read_intent(word) == "stop"


@pytest.mark.parametrize(
    ("name", "word", "intent"),
    [("stopped", "START", "start"), ("resumed", "HELP", "help"), ("join", "Y", "yes")],
)
def test_what_a_built_in_text_asks_for_does_what_it_says(name: str, word: str, intent: str):
    for locale in ("en", "de", "es", "fr", "pl", "vi"):
        assert word in (default_template(name, locale) or "")
    assert read_intent(word) == intent


@pytest.mark.parametrize("locale", LANGUAGES)
def test_whoever_is_asked_why_may_answer_with_the_number_or_with_its_words(locale: str):
    offered = re.findall(r"(\d): ([^,.]+)[,.]", default_template(ASK_WHY, locale) or "")
    assert [number for number, _ in offered] == ["1", "2", "3"]
    for (number, words), reason in zip(offered, (PRICE, TIME, UNFIT), strict=True):
        for answer in (number, words, f"{number} {words}", f"{number}: {words.upper()}."):
            intent = read_intent(answer)
            assert intent in {"other", "not_now"}, "nobody has left, and no person need read it"
            assert read_reason(answer, intent, asked=True) == reason
