"""What answers mean: the carriers' words, however typed; what only sounds like them; what the provider says."""

import pytest

from twofold.messages.replies.model import DOUBTFUL, HELP, OTHER, START, STOP, YES
from twofold.messages.replies.wording import read_intent

CARRIERS = [
    "STOP",
    "STOPALL",
    "END",
    "QUIT",
    "CANCEL",
    "UNSUBSCRIBE",
    "REVOKE",
    "OPTOUT",
    "OPT OUT",
    "OPT-OUT",
]
CARRIERS += ["REMOVE", "ARRET", "TD"]


@pytest.mark.parametrize("word", CARRIERS)
@pytest.mark.parametrize("dress", ["{}", " {} ", "{}!!", "“{}”", "{} please", "{}\n\n", "{} 🙏", "{}."])
def test_the_carriers_words_stop_however_they_are_dressed(word: str, dress: str):
    assert read_intent(dress.format(word)) == STOP
    assert read_intent(dress.format(word.lower())) == STOP


@pytest.mark.parametrize(
    "text",
    [
        "ＳＴＯＰ",
        "ЅTOP",
        "STОP",
        "S T O P",
        "S.T.O.P",
        "stoppp",
        "st\u200bop",
        "STPO",
        "ST0P",
        "𝐒𝐓𝐎𝐏",
        "sto\u0301p",
        "unsuscribe",
    ],
)
def test_slips_and_look_alikes_stop_too(text: str):
    assert read_intent(text) == STOP


@pytest.mark.parametrize(
    "text",
    [
        "shop",
        "step",
        "spot",
        "top",
        "and",
        "send",
        "friend",
        "non-stop",
        "bus stop",
        "stop by at 7",
        "the end",
    ],
)
def test_words_that_only_look_like_it_do_not_stop(text: str):
    assert read_intent(text) not in (STOP, START, YES)


@pytest.mark.parametrize("text", ["not interested", "why am I getting this", "too many messages", "🛑"])
def test_doubt_goes_to_a_person(text: str):
    assert read_intent(text) == DOUBTFUL


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("HELP", HELP),
        ("info", HELP),
        ("pomoc", HELP),
        ("START", START),
        ("unstop", START),
        ("Y", YES),
        ("tak", YES),
    ],
)
def test_the_other_words(text: str, intent: str):
    assert read_intent(text) == intent


def test_the_providers_stop_always_holds():
    assert read_intent("see you tomorrow", told="stop") == STOP


def test_the_providers_help_holds_where_nothing_else_is_said():
    assert read_intent("hm", told="help") == HELP
    assert read_intent("STOP", told="help") == STOP


def test_a_yes_is_no_start_although_the_provider_takes_it_for_one():
    assert read_intent("YES", told="start") == YES
    assert read_intent("thanks", told="start") == OTHER


@pytest.mark.parametrize(
    "unit", ["stop ", "a", "\u0301", "🙏", "не ", "s t o p ", "(", "\u200b", "don't stop "]
)
def test_hostile_lengths_are_read_to_an_end(unit: str):
    """What grew without measure would hang here."""
    assert read_intent(unit * 100_000) == read_intent((unit * 100_000)[:1_600])
