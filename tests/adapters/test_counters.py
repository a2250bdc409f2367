"""What every Counter promises, exact or leased."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.books import Books
from tests.fakes.made import fresh
from twofold.adapters.dynamodb.limits import DynamoCounter, LeasedCounter
from twofold.limits.allowance import Allowance
from twofold.limits.ports import Counter

AT = datetime(2026, 11, 22, 12, 0, 30, tzinfo=UTC)


def an_allowance(most: int, seconds: int = 600) -> Allowance:
    return Allowance(key=fresh("limit"), most=most, seconds=seconds)


def test_a_counter_can_be_looked_at_and_stays_as_it_is(books: Books):
    counter, allowance = books.counter, an_allowance(2)
    assert not counter.used_up(allowance, AT)
    assert counter.take(allowance, AT)
    assert not counter.used_up(allowance, AT)
    assert counter.take(allowance, AT)
    assert counter.used_up(allowance, AT)
    assert not counter.used_up(allowance, AT + timedelta(minutes=10))
    assert not counter.take(allowance, AT)


class TestBothCounters:
    @pytest.fixture(params=["counter", "shared"])
    def counter(self, request: pytest.FixtureRequest, books: Books) -> Counter:
        found: Counter = getattr(books, request.param)
        return found

    def test_no_more_is_given_than_there_is(self, counter: Counter):
        allowance = an_allowance(3)
        assert [counter.take(allowance, AT) for _ in range(5)] == [True, True, True, False, False]

    def test_of_nothing_nothing_is_given(self, counter: Counter):
        assert not counter.take(an_allowance(0), AT)

    def test_the_next_window_starts_afresh(self, counter: Counter):
        allowance = an_allowance(1)
        counter.take(allowance, AT)
        assert not counter.take(allowance, AT.replace(minute=9, second=59))
        assert counter.take(allowance, AT.replace(minute=10, second=0))

    def test_allowances_of_other_keys_and_spans_are_apart(self, counter: Counter):
        short = an_allowance(1)
        long = Allowance(key=short.key, most=1, seconds=86_400)
        assert counter.take(short, AT)
        assert counter.take(long, AT)
        assert counter.take(an_allowance(1), AT)

    def test_what_was_given_back_is_there_again_and_no_more(self, counter: Counter):
        allowance = an_allowance(10)
        assert counter.take(allowance, AT, 10)
        counter.give(allowance, AT, 3)
        assert [counter.take(allowance, AT, 2) for _ in range(2)] == [True, False]
        assert [counter.take(allowance, AT) for _ in range(2)] == [True, False]

    def test_it_goes_back_to_the_window_that_it_was_taken_of(self, counter: Counter):
        allowance, later = an_allowance(1), AT + timedelta(minutes=10)
        for at in (AT, later):
            assert counter.take(allowance, at)
        counter.give(allowance, AT)
        assert not counter.take(allowance, later)
        assert counter.take(allowance, AT)

    def test_what_is_given_back_of_one_thing_is_not_another_s(self, counter: Counter):
        one, other = an_allowance(1), an_allowance(1)
        for allowance in (one, other):
            assert counter.take(allowance, AT)
        counter.give(one, AT)
        assert not counter.take(other, AT)


class TestSharedCounter:
    def test_an_amount_is_taken_whole_or_not_at_all(self, books: Books):
        allowance = an_allowance(10)
        assert books.shared.take(allowance, AT, 7)
        assert not books.shared.take(allowance, AT, 4)
        assert books.shared.take(allowance, AT, 3)
        assert not books.shared.take(allowance, AT, 1)

    def test_more_than_there_ever_was_is_not_given(self, books: Books):
        assert not books.shared.take(an_allowance(10), AT, 11)

    def test_what_is_left_over_counts_towards_the_next(self, books: Books):
        allowance = an_allowance(10)
        assert books.shared.take(allowance, AT, 8)
        books.shared.give(allowance, AT, 3)
        assert books.shared.take(allowance, AT, 5)
        assert not books.shared.take(allowance, AT)

    def test_all_of_a_large_allowance_is_given_and_no_more(self, books: Books):
        allowance = an_allowance(1_000)
        assert sum(books.shared.take(allowance, AT, 7) for _ in range(200)) == 1_000 // 7


def test_who_leases_ahead_asks_once_for_what_a_request_and_the_next_need():
    asked: list[int] = []

    class Counting(DynamoCounter):
        def taken(self, allowance: Allowance, at: datetime, amount: int) -> int | None:
            asked.append(amount)
            return amount

    rate = LeasedCounter(Counting(), ahead=True)
    allowance = an_allowance(3_000, 60)
    assert all(rate.take(allowance, AT) for _ in range(15))
    assert asked == [15]


class TestMetered:
    def test_what_is_left_is_known_without_asking(self, books: Books):
        allowance = an_allowance(1_000)
        left = []
        for _ in range(40):
            assert books.shared.take(allowance, AT)
            left.append(books.shared.left(allowance, AT))
        assert left == [999 - n for n in range(40)]

    def test_in_the_next_window_all_of_it_is_left(self, books: Books):
        allowance = an_allowance(1_000)
        books.shared.take(allowance, AT, 600)
        assert books.shared.left(allowance, AT + timedelta(minutes=10)) == 1_000

    def test_what_others_took_is_known_as_soon_as_more_is_leased(self, books: Books):
        allowance = an_allowance(100)
        books.shared.take(allowance, AT)
        books.counter.take(allowance, AT, 50)
        books.shared.take(allowance, AT)
        assert books.shared.left(allowance, AT) == 48

    def test_where_nothing_is_left_nothing_is_told(self, books: Books):
        allowance = an_allowance(10)
        assert books.shared.take(allowance, AT, 10)
        assert books.shared.left(allowance, AT) == 0
