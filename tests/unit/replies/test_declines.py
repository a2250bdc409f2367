"""Not now: an offer declined in fourteen languages, and never what may be a wish to be left alone.

A decline is answered with a text that asks why. To whoever wanted no texts that would be one text more: so whatever is
read as a stop, or may be one, stays what it is, and of the rest only what is known for a decline is one.
"""

import pytest

from twofold.messages.replies.keyword import keyword_fault
from twofold.messages.replies.model import DOUBTFUL, HELP, NOT_NOW, OTHER, STOP, YES
from twofold.messages.replies.wording import read_intent

DECLINES = """no thanks|No, thank you!|not now|maybe later|not today|not interested right now|later|no ty|nah|I'll pass
too expensive|no time|Nein danke|Jetzt nicht|zu teuer|Nie teraz|za drogo|Ahora no|más tarde|Pas maintenant|trop cher
Non ora|troppo caro|Agora não|muito caro|Nu niet|te duur|Để sau nhé|đắt quá|Teď ne|moc drahé|Şimdi değil|çok pahalı
Inte nu|för dyrt|Не сейчас|слишком дорого|Не зараз|занадто дорого"""


@pytest.mark.parametrize("text", [text for row in DECLINES.splitlines() for text in row.split("|")])
@pytest.mark.parametrize("dress", ["{}", "{}.", "  {} 🙂", "{}!!"])
def test_an_offer_declined_is_not_now_however_it_is_dressed(text: str, dress: str):
    assert read_intent(dress.format(text)) == NOT_NOW
    assert read_intent(dress.format(text).upper()) == NOT_NOW


@pytest.mark.parametrize(
    "text", ["not interested", "kein Interesse", "pas intéressé", "No me interesa", "nemám zájem"]
)
def test_without_a_time_not_interested_may_be_no_more_texts(text: str):
    assert read_intent(text) == DOUBTFUL


def test_with_a_time_it_is_about_that_time():
    assert read_intent("Not interested at the moment, sorry") == NOT_NOW
    assert read_intent("Momentan kein Interesse") == NOT_NOW


@pytest.mark.parametrize("text", ["No", "nope", "Nein", "Non", "Não", "Không", "Нет", "pass"])
def test_a_bare_no_answers_a_question_that_nobody_knows(text: str):
    """No to the offer, or to our texts? One word does not say, and a person reads it, as before."""
    assert read_intent(text) == DOUBTFUL


@pytest.mark.parametrize(
    "text", ["don't text me now", "no texts today", "stop for now", "Nie piszcie teraz", "Non scrivetemi ora"]
)
def test_no_texts_now_is_no_texts_whatever_the_time(text: str):
    assert read_intent(text) in (STOP, OTHER)
    assert read_intent(f"{text} please") != NOT_NOW


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("No thanks, stop", STOP),
        ("no thanks remove me", STOP),
        ("Too expensive, unsubscribe", STOP),
        ("Maybe later. Quit messaging me", STOP),
        ("no thanks, not interested", DOUBTFUL),
        ("no thanks who is this", DOUBTFUL),
        ("No thanks, leave me alone", DOUBTFUL),
        ("ya no gracias", DOUBTFUL),
        ("no thanks 🖕", DOUBTFUL),
    ],
)
def test_whoever_says_more_than_no_is_heard_for_that(text: str, intent: str):
    assert read_intent(text) == intent


@pytest.mark.parametrize(
    "text", ["Not now 🛑", "not now not ever", "Nu niet, nooit niet", "no thanks forever", "no thanks ffs"]
)
def test_a_decline_in_anger_or_for_good_asks_for_no_further_text(text: str):
    assert read_intent(text) in (DOUBTFUL, OTHER)


@pytest.mark.parametrize(
    "text",
    ["Maybe later?", "too expensive?", "Why not now?", "¿Ahora no?", "Not today, can I come tomorrow?"],
)
def test_a_question_declines_nothing(text: str):
    assert read_intent(text) != NOT_NOW


@pytest.mark.parametrize(
    "text", ["I can't make it today", "Not now, cancel my table", "Not today, the order goes to my office"]
)
def test_what_may_be_about_a_booking_is_left_to_a_person(text: str):
    assert read_intent(text) == OTHER


@pytest.mark.parametrize(
    "text", ["bis später", "Hasta luego", "À plus tard", "see you later", "I'll come later", "yes, later"]
)
def test_whoever_comes_later_declines_nothing(text: str):
    assert read_intent(text) == OTHER


@pytest.mark.parametrize(
    "text",
    ["Nie za drogo, super", "It was not too expensive at all", "Není to moc drahé, díky", "No es caro"],
)
def test_praise_of_the_price_is_no_complaint_about_it(text: str):
    assert read_intent(text) != NOT_NOW


def test_an_excuse_beside_a_clear_decline_changes_nothing():
    assert read_intent("Not today, my kid is sick and we stay in") == NOT_NOW
    assert read_intent("Nicht jetzt, der Kleine hat Fieber") == NOT_NOW


def test_the_words_of_others_decline_for_nobody():
    assert read_intent('Liked "Maybe later? Come by whenever you like"') == OTHER


def test_what_the_provider_read_goes_before():
    assert read_intent("not now", told="stop") == STOP
    assert read_intent("hm", told="help") == HELP


def test_yes_stays_yes():
    assert read_intent("ja") == YES


@pytest.mark.parametrize("word", ["LATER", "NAH"])
def test_a_word_that_declines_is_no_keyword_of_a_campaign(word: str):
    assert keyword_fault(word)
