"""What our texts tell people to answer is understood when they do."""

import pytest

from twofold.messages.replies.wording.read_intent import read_intent
from twofold.messages.texts.defaults import default_template
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


@pytest.mark.parametrize("answer", ["1", "2", "3"])
def test_whoever_answers_why_with_a_number_has_not_left(answer: str):
    assert read_intent(answer) not in {"stop", "doubtful", "start", "join", "yes"}
