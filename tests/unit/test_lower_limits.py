"""A limit that is lowered is kept to the letter: what was taken moves to where there is room."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.operate.lowered import WAIT, LowerLimits
from tests.fakes.limits import InMemoryParts
from tests.fakes.memory import Memory
from tests.unit.codes.desk import Desk
from tests.unit.codes.test_spend_limits import spend
from twofold.limits.level import LevelLimit
from twofold.limits.spread import PARTS, Spread

TAKEN = st.lists(st.integers(-3, 40), min_size=PARTS, max_size=PARTS).filter(lambda taken: sum(taken) >= 0)
LIMIT = Spread(key="redemptions#buffet-20", most=100)


def standing(taken: list[int]) -> Memory:
    return Memory(parts=Counter(dict(zip(LIMIT.rows(), taken, strict=True))))


def free(memory: Memory) -> int:
    """How many may still be taken, each from its part."""
    parts = [LIMIT.part(number) for number in range(PARTS)]
    return sum(max(0, part.most - memory.parts[part.row]) for part in parts)


@given(TAKEN)
def test_levelled_it_lets_just_as_many_as_are_missing_to_it(taken: list[int]):
    memory = standing(taken)
    LevelLimit(parts=InMemoryParts(memory))(LIMIT)
    assert sum(memory.parts.values()) == sum(taken)
    assert free(memory) == max(0, LIMIT.most - sum(taken))


@given(TAKEN, st.lists(st.integers(0, PARTS - 1), max_size=60))
def test_what_is_given_back_frees_nothing_while_too_much_is_taken(taken: list[int], given_back: list[int]):
    memory = standing(taken)
    parts = InMemoryParts(memory)
    LevelLimit(parts=parts)(LIMIT)
    for number in given_back:
        for back in LIMIT.returning([LIMIT.part(number, -1)], parts.taken(LIMIT.rows())):
            assert memory.allows(back)
            memory.parts[back.row] += back.amount
        assert free(memory) == max(0, LIMIT.most - sum(memory.parts.values()))


class TestACampaignWithALowerLimit:
    @pytest.fixture
    def desk(self) -> Desk:
        """Twenty were spent of a hundred."""
        desk = Desk()
        desk.limit(redemptions=100)
        assert all(spend(desk) for _ in range(20))
        return desk

    def lower(self, desk: Desk, most: int) -> list[float]:
        """The waits that it took."""
        waited: list[float] = []
        before = desk.books.campaigns.campaign("buffet-20")
        desk.limit(redemptions=most)
        LowerLimits(desk.books.parts, waited.append)(before, desk.books.campaigns.campaign("buffet-20"))
        return waited

    @pytest.mark.parametrize("most", [0, 5, 19, 20, 21, 24, 40])
    def test_gives_out_what_is_left_of_it_and_no_more(self, desk: Desk, most: int):
        assert self.lower(desk, most) == [WAIT]
        assert sum(spend(desk) for _ in range(40)) == max(0, most - 20)

    def test_waits_for_nobody_when_it_is_no_lower(self, desk: Desk):
        assert self.lower(desk, 101) == []

    def test_is_levelled_by_the_next_run_when_the_first_was_broken_off(self, desk: Desk):
        rows = LIMIT.rows()
        desk.memory.parts = Counter({rows[0]: 20})
        desk.limit(redemptions=24)
        assert self.lower(desk, 24) == [WAIT]
        assert sum(spend(desk) for _ in range(40)) == 4

    def test_lets_somebody_in_only_when_enough_was_taken_back(self, desk: Desk):
        spent = [code for code in desk.memory.codes.values() if code.redemption]
        self.lower(desk, 18)
        random.Random(1).shuffle(spent)
        for code, more in zip(spent, [False, False, True], strict=False):
            assert code.redemption
            desk.roll_back(code.redemption.redemption_id)
            assert spend(desk) is more
