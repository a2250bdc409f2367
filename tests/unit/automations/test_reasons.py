"""Why somebody declined: 1, 2 or 3, or words, of those who were asked."""

import pytest

from twofold.automations.declines.reasons import ELSE, PRICE, TIME, UNFIT, read_reason
from twofold.messages.replies.model import DOUBTFUL, HELP, NOT_NOW, OTHER, STOP
from twofold.messages.replies.wording import read_intent


def reason(text: str, intent: str = OTHER) -> str | None:
    return read_reason(text, intent, asked=True)


@pytest.mark.parametrize(("number", "tag"), [("1", PRICE), ("2", TIME), ("3", UNFIT)])
@pytest.mark.parametrize("dress", ["{}", " {}. ", "{}!", "{}️⃣", "{}, sorry", "{}\n"])
def test_a_number_is_the_reason_that_the_text_gave_it(number: str, tag: str, dress: str):
    assert reason(dress.format(number)) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("the price", PRICE),
        ("1 the price", PRICE),
        ("One", PRICE),
        ("Ist mir zu teuer", PRICE),
        ("es muy caro", PRICE),
        ("le prix", PRICE),
        ("za drogo", PRICE),
        ("giá cao quá", PRICE),
        ("not the right time", TIME),
        ("2: not the right time", TIME),
        ("passt gerade nicht", TIME),
        ("no es buen momento", TIME),
        ("pas le bon moment", TIME),
        ("nie ten moment", TIME),
        ("nie mam czasu", TIME),
        ("chưa đúng lúc", TIME),
        ("not for me", UNFIT),
        ("3 not for me", UNFIT),
        ("nichts für mich", UNFIT),
        ("no es para mi", UNFIT),
        ("pas pour moi", UNFIT),
        ("to nie dla mnie", UNFIT),
        ("không hợp", UNFIT),
    ],
)
def test_words_of_the_six_languages_are_reasons_too(text: str, tag: str):
    assert reason(text) == tag


@pytest.mark.parametrize(
    "text", ["you moved my favourite dish", "ach, wegen der Nachbarn", "4", "2 pizzas please"]
)
def test_any_other_answer_is_a_reason_of_its_own(text: str):
    assert reason(text) == ELSE


@pytest.mark.parametrize("text", ["", " ", "👍", "what time do you close?", "How much does it cost?"])
def test_nothing_and_a_question_are_no_reason(text: str):
    assert reason(text) is None


def test_who_was_not_asked_gives_no_reason():
    assert read_reason("1", OTHER, asked=False) is None


@pytest.mark.parametrize("text", ["3 not for me", "not for me", "no es para mi"])
def test_an_answer_that_a_person_must_read_tells_the_reason_that_it_names(text: str):
    assert reason(text, DOUBTFUL) == UNFIT
    assert reason("leave me alone", DOUBTFUL) is None


@pytest.mark.parametrize("intent", [STOP, HELP])
def test_whoever_leaves_or_asks_for_help_is_not_asked_further(intent: str):
    assert reason("1", intent) is None


@pytest.mark.parametrize(
    "text", ["3 not for me, stop", "3 STOP", "not for me, no more texts", "1 too expensive, unsubscribe"]
)
def test_a_reason_with_a_wish_for_no_more_texts_is_a_stop(text: str):
    assert read_intent(text) == STOP


@pytest.mark.parametrize("text", ["1", "2", "1.", "2 not the right time", "the price"])
def test_the_answers_that_the_text_asks_for_hold_nobody_back(text: str):
    assert read_intent(text) in (OTHER, NOT_NOW)
