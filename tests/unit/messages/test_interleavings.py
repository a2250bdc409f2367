"""Every order of STOP, claim, send, retry and replay in which few are interrupted: no promise breaks in any of them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest

from tests.unit.messages import spoilt
from tests.unit.messages.plays import PLAYS, Play, Show, Spoil
from tests.unit.messages.stage import Turn, orders

BY_NAME = {play.name: play for play in PLAYS}
AT_LEAST = 1_000
"""Distinct orders; fewer means that something is not tried any more."""


def shows(play: Play, interruptions: int, spoil: Spoil | None = None) -> Iterator[Show]:
    """One for each order; whoever has it looks at it before the next begins."""
    last: list[Show] = []

    def run(given: Sequence[str]) -> list[Turn]:
        last[:] = [Show(play, spoil)]
        return last[0].run(given)

    for _ in orders(run, interruptions=interruptions):
        yield last[0]


def in_order(plays: Sequence[Play], interruptions: int) -> int:
    """How many distinct orders there are, in none of which a promise broke."""
    seen: set[tuple[str, ...]] = set()
    for play in plays:
        for show in shows(play, interruptions):
            order = (play.name, *(turn.went for turn in show.turns))
            assert show.broken() == [], " ".join(order)
            assert order not in seen, "an order was played twice"
            seen.add(order)
    return len(seen)


def test_in_1000_orders_nothing_is_claimed_after_a_stop_nor_sent_twice_nor_changed_by_a_replay():
    orders = in_order(PLAYS, 1) + in_order(PLAYS[:1], 2) - in_order(PLAYS[:1], 1)
    print(f"{orders} orders")
    assert orders >= AT_LEAST


@pytest.mark.prove
def test_nor_in_any_order_of_two_interruptions():
    orders = in_order(PLAYS, 2)
    print(f"{orders} orders")
    assert orders >= 8 * AT_LEAST


@pytest.mark.parametrize(
    ("mistake", "play", "promise"),
    [
        (spoilt.ConsentReadFirst, "a text and its replay", "a text was claimed after the STOP was stored"),
        (spoilt.StateReadFirst, "a text and its replay", "a text was handed over twice"),
        (spoilt.ClaimsBlocked, "a text and its replay", "a text that left is told as blocked"),
        (
            spoilt.CapReadFirst,
            "two texts for one place under the cap",
            "more texts left than the cap allows",
        ),
        (
            spoilt.ReleasedWhenNobodyKnows,
            "a provider that takes it and never answers",
            "a text was handed over twice",
        ),
    ],
)
def test_the_check_catches(mistake: Spoil, play: str, promise: str):
    assert any(promise in show.broken() for show in shows(BY_NAME[play], 2, mistake))


def test_all_orders_of_two_actors_are_played_once_each():
    """Five steps and four, begun and ended by a turn of their own: as many orders as there are ways to mix them."""
    show = Show(Play("none", replays=0))
    stage = show.theatre.stage

    def steps(count: int) -> None:
        for _ in range(count):
            stage.stop()

    def run(given: Sequence[str]) -> list[Turn]:
        return stage.play({"a": lambda: steps(4), "b": lambda: steps(3)}, given)

    played = sorted(orders(run, interruptions=9))
    assert len(played) == 126
    assert all(one != other for one, other in pairwise(played))
