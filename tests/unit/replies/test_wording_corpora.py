"""How answers are read, on three corpora.

`unseen` was written by somebody who had not seen the rules, after they were made: it is run, and never tuned to.
`ours` grew with the rules. `blind` is as treacherous as its writer could think of, with hardly an ordinary text in it;
nobody has tuned to it either, and it shows what is left.
"""

import pytest

from tests.unit.replies.wording_corpus import count, languages


def test_nobody_who_clearly_leaves_goes_unheard_and_hardly_anybody_else_leaves():
    unseen = count("replies_unseen.json")
    print(f"unseen: {unseen}")
    # Compared as counts, so that a failure tells no text of the corpus.
    assert unseen.unheard == 0, str(unseen)
    assert unseen.doubted <= 0.02 * unseen.stops, str(unseen)
    assert unseen.false_stops <= 0.02 * unseen.harmless, str(unseen)
    assert unseen.puzzling <= 0.15 * unseen.harmless, str(unseen)


def test_half_of_what_is_judged_by_is_unseen_and_in_many_languages():
    unseen = count("replies_unseen.json")
    assert min(unseen.stops, unseen.harmless) >= 75
    assert len(languages("replies_unseen.json")) >= 8


@pytest.mark.parametrize(
    ("corpus", "unheard", "doubted", "false_stops"),
    [("replies_ours.json", 3, 10, 13), ("replies_blind.json", 6, 4, 21)],
)
def test_what_is_left_only_shrinks(corpus: str, unheard: int, doubted: int, false_stops: int):
    found = count(corpus)
    print(f"{corpus}: {found}")
    assert found.unheard <= unheard
    assert found.unheard + found.doubted <= unheard + doubted
    assert found.false_stops <= false_stops
