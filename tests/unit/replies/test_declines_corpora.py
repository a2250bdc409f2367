"""How declines are read, on two corpora.

`ours` grew with the phrases; `unseen` was written after them, and no phrase was made for it.
"""

import random

import pytest

from tests.unit.replies.declines_corpus import LEAVES, OURS, UNSEEN, declines, leaving, near_misses
from twofold.messages.replies.model import DOUBTFUL, NOT_NOW, STOP
from twofold.messages.replies.wording import read_intent

TONGUES = 14


def test_there_is_enough_to_judge_by():
    assert len(declines(OURS)) >= 300
    assert len(near_misses(OURS)) >= 300
    assert len({each.language for each in declines(OURS)}) == TONGUES
    assert len({each.language for each in near_misses(OURS)}) == TONGUES


def test_declines_are_known_for_what_they_are():
    missed = [each.text for each in declines(OURS) if read_intent(each.text) != NOT_NOW]
    assert len(missed) <= 1, missed


@pytest.mark.parametrize("name", [OURS, UNSEEN])
def test_nothing_else_is_taken_for_a_decline(name: str):
    assert not [each.text for each in near_misses(name) if read_intent(each.text) == NOT_NOW]


@pytest.mark.parametrize(("name", "unheard"), [(OURS, 17), (UNSEEN, 6)])
def test_who_may_wish_to_be_left_alone_is_heard_beside_a_decline(name: str, unheard: int):
    wishes = [each for each in near_misses(name) if each.wants in LEAVES]
    missed = [each.text for each in wishes if read_intent(each.text) not in (STOP, DOUBTFUL)]
    print(f"{name}: {len(wishes)} wishes to be left alone, {len(missed)} unheard")
    assert len(missed) <= unheard, missed


def test_of_unseen_declines_most_are_known():
    unseen = declines(UNSEEN)
    known = sum(read_intent(each.text) == NOT_NOW for each in unseen)
    print(f"{known} of {len(unseen)} unseen declines")
    assert known >= 0.7 * len(unseen)


def test_no_clear_stop_of_any_corpus_is_read_as_not_now():
    leave = [wish for language in {each.language for each in declines(OURS)} for wish in leaving(language)]
    assert len(leave) > 2500
    wrong = [each for each in leave if read_intent(each.text) == NOT_NOW]
    assert not [each.text for each in wrong if each.wants == STOP]
    # What was doubtful and is not now: a no with thanks, and nothing else.
    assert all(len(each.text.split()) <= 3 for each in wrong)


def test_a_wish_to_leave_is_not_drowned_by_a_decline_beside_it():
    """A thousand of each order; what is not even heard alone (`Stop2End`) is not asked for."""
    chance = random.Random(6)
    drowned = []
    for _ in range(1000):
        decline = chance.choice(declines(OURS))
        wish = chance.choice(leaving(decline.language)).text
        if read_intent(wish) in LEAVES:
            both = (f"{decline.text}, {wish}", f"{wish}. {decline.text}", f"{decline.text} {wish}")
            drowned += [text for text in both if read_intent(text) == NOT_NOW]
    print(f"{len(drowned)} of 3000 drowned: {drowned}")
    assert len(drowned) <= 2, drowned
