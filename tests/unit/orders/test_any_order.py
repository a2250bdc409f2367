"""Whatever comes first, however often, and wherever a process dies: an order ends in one state."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.order_story import CALLS, REFUNDS, Story, plainly
from tests.fakes.shop import Life
from twofold.contracts.errors import Unavailable


@pytest.mark.parametrize(
    "also", [("r1",), ("cancel",), ("r1", "r2"), ("r1", "cancel"), ("r1", "r2", "cancel")]
)
def test_every_order_of_events_ends_alike(also: tuple[str, ...]):
    expected = plainly({*also})
    for turn in permutations(("order", *also)):
        story = Story()
        for what in (*turn, *turn):
            assert story.tell(what)
        assert story.ended() == expected, turn


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(
    "turn", [("order", "r1", "cancel"), ("cancel", "order"), ("r1", "r2", "order")], ids=str
)
def test_dying_at_any_call_and_being_told_again_ends_alike(turn: tuple[str, ...], late: bool):
    expected, died = plainly(set(turn)), 0
    for position in range(len(turn)):
        for calls in range(CALLS):
            story = Story()
            for number, what in enumerate(turn):
                if not story.tell(what, Life(calls, late) if number == position else None):
                    died += 1
                    assert story.tell(what)
            assert story.ended() == expected, (position, calls)
    assert died >= 10


@pytest.mark.parametrize("seed", range(8))
def test_told_by_many_at_once_it_ends_alike(seed: int):
    story = Story()
    tales = 3 * ["order", "turned", "r1", "r2", "cancel"]
    Random(seed).shuffle(tales)

    def tell(what: str) -> None:
        with suppress(Unavailable):
            story.tell(what)

    with ThreadPoolExecutor(8) as tellers:
        list(tellers.map(tell, tales))
    for what in tales:
        assert story.tell(what)
    assert story.ended() == plainly({*tales} - {"order", "turned"})


deaths = st.none() | st.builds(Life, st.integers(0, CALLS), st.booleans())
told = st.sampled_from(["order", "turned", "cancel", *REFUNDS])
stories = st.lists(st.tuples(told, deaths), max_size=12)


def play(tales: list[tuple[str, Life | None]]) -> None:
    story, left = Story(), ["order"]
    for what, life in tales:
        if not story.tell(what, life):
            # The shop tells again some time later, when others have told of theirs.
            left.append(what)
    for what in left:
        assert story.tell(what)
    assert story.ended() == plainly({what for what, _ in tales})


@settings(max_examples=100, deadline=None)
@given(stories)
def test_any_story_ends_as_if_it_was_told_plainly(tales: list[tuple[str, Life | None]]):
    play(tales)


@pytest.mark.prove
@settings(max_examples=2_000, deadline=None)
@given(stories)
def test_thousands_of_stories_end_as_if_they_were_told_plainly(tales: list[tuple[str, Life | None]]):
    play(tales)
