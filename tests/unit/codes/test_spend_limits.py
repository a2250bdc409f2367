"""What a campaign gives in all is kept exactly, and nobody is refused while there is room."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.codes.desk import Desk, line, refused
from twofold.campaigns.offer import Offer
from twofold.codes.rules import Basket
from twofold.contracts.errors import Conflict, InvalidRequest

SOUP = Offer(title="A free soup", kind="item", value=0)


def spend(desk: Desk, amount: int = 10_000, **more: Any) -> bool:
    """Whether the campaign had enough for one more code."""
    code = desk.code(**more)
    try:
        desk.redeem(code, f"order-{code}", amount)
    except Conflict as error:
        if error.code != "campaign_used_up":
            raise
        return False
    return True


@pytest.mark.parametrize("most", [0, 1, 5, 16, 17, 50])
def test_as_many_are_spent_as_the_campaign_says(desk: Desk, most: int):
    desk.limit(redemptions=most)
    assert sum(spend(desk) for _ in range(most + 5)) == most
    assert desk.taken("redemptions") == most


def test_a_rush_takes_exactly_what_there_is(desk: Desk):
    desk.limit(redemptions=37, discount=10**9, currency="PLN")
    with ThreadPoolExecutor(8) as tills:
        assert sum(tills.map(lambda _: spend(desk), range(100))) == 37
    assert (desk.taken("redemptions"), desk.taken("discount")) == (37, 37 * 2_000)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 5_000), st.lists(st.integers(0, 8_000), max_size=60))
def test_a_budget_is_spent_to_its_last_cent_and_never_beyond(most: int, amounts: list[int]):
    desk, left = Desk(), most
    desk.limit(discount=most, currency="PLN")
    for amount in amounts:
        off = amount * 20 // 100
        assert spend(desk, amount) == (off <= left), f"{off} of {left}"
        left -= off if off <= left else 0
    assert desk.taken("discount") == most - left


def test_a_discount_larger_than_any_part_is_taken_from_several(desk: Desk):
    desk.limit(discount=1_600, currency="PLN")
    assert spend(desk, 8_000)
    assert not spend(desk, 5)
    assert desk.taken("discount") == 1_600


def test_both_limits_are_kept_or_neither_is_charged(desk: Desk):
    desk.limit(redemptions=5, discount=1_000, currency="PLN")
    assert not spend(desk, 6_000)
    assert (desk.taken("redemptions"), desk.taken("discount")) == (0, 0)


class TestARollback:
    def test_gives_back_one_redemption_and_all_of_its_discount(self, desk: Desk):
        desk.limit(redemptions=1, discount=2_000, currency="PLN")
        code = desk.code()
        spent = desk.redeem(code)
        assert not spend(desk)
        desk.roll_back(spent.redemption_id)
        assert (desk.taken("redemptions"), desk.taken("discount")) == (0, 0)
        assert spend(desk)

    def test_of_a_part_gives_back_what_the_discount_shrinks_by(self, desk: Desk):
        desk.limit(redemptions=1, discount=2_000, currency="PLN")
        spent = desk.redeem(desk.code())
        taken = []
        for amount in (1_004, 1, 8_995):
            desk.roll_back(spent.redemption_id, amount)
            taken.append((desk.taken("redemptions"), desk.taken("discount")))
        assert taken == [(1, 1_799), (1, 1_799), (0, 0)]

    def test_of_money_off_gives_nothing_back_while_the_basket_is_larger(self, desk: Desk):
        desk.limit(discount=5_000, currency="PLN")
        ten = Offer(title="10 off", kind="amount", value=1_000, currency="PLN")
        spent = desk.redeem(desk.code(worth=ten), amount=3_000)
        taken = []
        for amount in (2_000, 400, 600):
            desk.roll_back(spent.redemption_id, amount)
            taken.append(desk.taken("discount"))
        assert taken == [1_000, 600, 0]

    def test_takes_back_first_what_was_not_discounted(self, desk: Desk):
        desk.limit(discount=5_000, currency="PLN")
        code = desk.code(products=("soup",))
        spent = desk.redeem(code, amount=10_000, lines=(line("soup", 4_000), line("cake", 6_000)))
        taken = []
        for amount in (6_000, 1_000, 3_000):
            desk.roll_back(spent.redemption_id, amount)
            taken.append(desk.taken("discount"))
        assert taken == [800, 600, 0]

    def test_gives_back_what_was_taken_although_the_limit_is_gone(self, desk: Desk):
        desk.limit(redemptions=1)
        spent = desk.redeem(desk.code())
        desk.limit()
        desk.roll_back(spent.redemption_id)
        assert desk.taken("redemptions") == 0

    def test_gives_nothing_back_where_nothing_was_taken(self, desk: Desk):
        spent = desk.redeem(desk.code())
        desk.limit(redemptions=1)
        desk.roll_back(spent.redemption_id)
        assert desk.taken("redemptions") == 0


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(1, 3_000), min_size=1, max_size=8))
def test_in_however_many_parts_a_whole_goes_back_it_gives_back_everything(parts: list[int]):
    desk = Desk()
    desk.limit(redemptions=3, discount=3_000, currency="PLN")
    spent = desk.redeem(desk.code(), amount=sum(parts) if sum(parts) <= 15_000 else 15_000)
    left = spent.amount
    for part in parts:
        if (amount := min(part, left)) > 0:
            desk.roll_back(spent.redemption_id, amount)
            left -= amount
    if left:
        desk.roll_back(spent.redemption_id)
    assert (desk.taken("redemptions"), desk.taken("discount")) == (0, 0)


class TestALimitThatChanges:
    def test_lets_more_when_it_is_raised(self, desk: Desk):
        desk.limit(redemptions=2)
        assert [spend(desk) for _ in range(3)] == [True, True, False]
        desk.limit(redemptions=4)
        assert [spend(desk) for _ in range(3)] == [True, True, False]

    def test_lets_none_when_less_is_left_than_was_taken(self, desk: Desk):
        desk.limit(redemptions=10)
        assert all(spend(desk) for _ in range(10))
        desk.limit(redemptions=3)
        assert not spend(desk)


def test_a_budget_counts_in_its_own_currency(desk: Desk):
    desk.limit(discount=5_000, currency="EUR")
    error = refused(lambda: desk.redeem(desk.code()))
    assert (type(error), error.code, error.field) == (InvalidRequest, "currency_mismatch", "currency")
    assert error.detail == "The campaign's discounts are counted in EUR; the order is in PLN."
    assert desk.use.check(desk.code(), Basket(amount=100, currency="PLN")).reason == "currency_mismatch"


def test_a_discount_larger_than_what_is_left_is_told_from_nothing_left(desk: Desk):
    desk.limit(discount=2_000, currency="PLN")
    too_large = refused(lambda: desk.redeem(desk.code(), amount=10_005))
    assert (too_large.code, too_large.detail) == (
        "campaign_used_up",
        "The campaign has less left to give than this basket's discount.",
    )
    assert spend(desk, 10_000)
    nothing = refused(lambda: desk.redeem(desk.code(), amount=5))
    assert (nothing.code, nothing.detail) == (
        "campaign_used_up",
        "The campaign has given all that it had to give.",
    )


def test_a_free_item_takes_nothing_of_a_budget(desk: Desk):
    desk.limit(discount=0, currency="EUR")
    code = desk.code(worth=SOUP)
    assert desk.check(code).valid
    assert desk.redeem(code)


def test_whoever_asks_is_told_that_nothing_is_left(desk: Desk):
    desk.limit(redemptions=2, discount=2_500, currency="PLN")
    code = desk.code()
    assert desk.check(code).valid
    assert spend(desk)
    assert desk.use.check(code, Basket(amount=2_500)).valid
    assert desk.use.check(code, Basket(amount=2_505)).reason == "campaign_used_up"
    assert spend(desk, 5)
    assert desk.check(code).reason == "campaign_used_up"


def test_a_code_outlives_its_campaign(desk: Desk):
    desk.memory.campaigns.clear()
    assert desk.redeem(desk.code())
