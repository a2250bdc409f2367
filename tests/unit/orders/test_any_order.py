"""Whatever comes first, however often, and wherever a process dies: an order ends in one state."""

from dataclasses import dataclass
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.samples import BEN
from tests.fakes.world import World
from tests.unit.orders.shop import ORDER, Died, Life, Shop
from twofold.contracts.payloads import BasketLine

REFUNDS = {"r1": 2_000, "r2": 3_500, "r3": 1}
GOODS = (BasketLine(product_id="soup", amount=12_345),)
CALLS = 12
"""More calls of ports than any of the deeds makes."""


@dataclass(frozen=True)
class Ended:
    """How all of it stands in the end; the sums of what was told must agree with what is kept."""

    refunded: int
    whole: bool
    settled: bool
    states: tuple[str, ...]
    placed: int
    refunded_told: int
    wholes_told: int
    taken_back: int
    freed: int


class Story:
    def __init__(self) -> None:
        world = World()
        self.codes = (world.code(), world.code(BEN))
        self.shop = Shop(world)

    def tell(self, what: str, life: Life | None = None) -> bool:
        """Tell of the order, of its end or of a refund; whether the process lived to answer."""
        self.shop.world.clock.forward(seconds=1)
        self.shop.life.calls, self.shop.life.late = (life.calls, life.late) if life else (None, False)
        try:
            self._tell(what)
        except Died:
            return False
        return True

    def _tell(self, what: str) -> Any:
        if what in ("order", "turned"):
            # A shop does not always name an order's coupons in the same order.
            codes = self.codes if what == "order" else self.codes[::-1]
            return self.shop.order(codes=codes, amount=10_000, lines=GOODS, cart_id="cart-1")
        return self.shop.cancel() if what == "cancel" else self.shop.refund(what, REFUNDS[what])

    def ended(self) -> Ended:
        kept = self.shop.books.orders.find(ORDER)
        assert kept
        told = [self.shop.told(kind, phone) for phone in PHONES for kind in ("order.refunded.v1",)]
        refunds = [one for events in told for one in events]
        backs = [one for phone in PHONES for one in self.shop.told("code.rolled_back.v1", phone)]
        spends = [one for phone in PHONES for one in self.shop.told("code.redeemed.v1", phone)]
        assert len(spends) == 1, "an order spends one code, once"
        assert len({one.refund_id for one in refunds}) == len(refunds), "a refund is told once"
        return Ended(
            refunded=kept.refunded,
            whole=kept.whole,
            settled=kept.settled == len(kept.refunds),
            states=tuple(sorted(self.shop.code(code).state for code in self.codes)),
            placed=sum(len(self.shop.told("order.placed.v1", phone)) for phone in PHONES),
            refunded_told=sum(one.amount for one in refunds),
            wholes_told=sum(one.whole for one in refunds),
            taken_back=sum(one.amount for one in backs),
            freed=sum(one.whole for one in backs),
        )


PHONES = ("+48601234567", BEN)


def plainly(told: set[str]) -> Ended:
    """How it ends when each is told once, the order first, and nobody dies."""
    story = Story()
    for what in ("order", *sorted(told & set(REFUNDS)), *(["cancel"] if "cancel" in told else [])):
        assert story.tell(what)
    return story.ended()


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


@settings(max_examples=150, deadline=None)
@given(stories)
def test_any_story_ends_as_if_it_was_told_plainly(tales: list[tuple[str, Life | None]]):
    play(tales)


@pytest.mark.prove
@settings(max_examples=5_000, deadline=None)
@given(stories)
def test_thousands_of_stories_end_as_if_they_were_told_plainly(tales: list[tuple[str, Life | None]]):
    play(tales)
