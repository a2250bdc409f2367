"""Limits of one network over ten minutes and a day: each is exact, however they are stored."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from tests.fakes.aws import FakeAws
from tests.fakes.books import Books
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.in_memory import in_memory
from tests.fakes.made import a_challenge, fresh
from tests.fakes.tables import SETTINGS
from twofold.contracts.errors import TooMany
from twofold.limits.allowance import Allowance

AT = datetime(2026, 11, 22, 12, 0, 30, tzinfo=UTC)
TEN = timedelta(minutes=10)


def network(short: int, long: int) -> tuple[Allowance, ...]:
    key = fresh("ip")
    return (Allowance(key=key, most=short, seconds=600), Allowance(key=key, most=long, seconds=86_400))


def asks(books: Books, charges: tuple[Allowance, ...], at: datetime) -> int | None:
    """For how long they have to wait, if they have to."""
    challenge = a_challenge()
    try:
        books.challenges.open(challenge, challenge.asked(at), charges, at)
    except TooMany as refused:
        return refused.retry_after
    return None


def test_ten_minutes_that_are_used_up_end_with_them(books: Books):
    charges = network(2, 10)
    assert [asks(books, charges, AT) for _ in range(3)] == [None, None, 570]
    assert asks(books, charges, AT + TEN) is None


def test_a_day_that_is_used_up_lasts_until_its_end(books: Books):
    charges = network(1, 3)
    assert [asks(books, charges, AT + n * TEN) for n in range(3)] == [None, None, None]
    assert asks(books, charges, AT + 3 * TEN) == 86_400 - (12 * 3600 + 30 * 60 + 30)
    assert asks(books, charges, AT + timedelta(days=1)) is None


def test_who_is_refused_has_used_nothing_up(books: Books):
    charges = network(1, 2)
    assert [asks(books, charges, AT) is None for _ in range(5)] == [True, False, False, False, False]
    assert asks(books, charges, AT + TEN) is None


def test_what_ends_first_is_told_where_both_are_used_up(books: Books):
    charges = network(1, 1)
    asks(books, charges, AT)
    assert asks(books, charges, AT) == 570


@pytest.mark.parametrize("seed", range(5))
def test_one_row_says_what_two_would_have_said(aws: FakeAws, seed: int):
    stored, two, chance = in_dynamodb(SETTINGS), in_memory(), Random(seed)
    charges = network(chance.randrange(4), chance.randrange(12))
    for minutes in sorted(chance.randrange(36 * 60) for _ in range(60)):
        at = AT + timedelta(minutes=minutes)
        assert asks(stored, charges, at) == asks(two, charges, at)


def test_a_network_has_one_row_a_day_below_a_kilobyte_however_often_it_asks(aws: FakeAws):
    books, charges = in_dynamodb(SETTINGS), network(40, 40)
    for n in range(40):
        assert asks(books, charges, AT.replace(hour=0) + n * TEN) is None
    (row,) = (row for row in aws.rows("limits") if str(row["limit_key"]).startswith(charges[0].key))
    assert len(str(row)) < 1024


def test_what_a_network_took_on_the_day_that_rows_were_joined_goes_on_to_count(aws: FakeAws):
    books, charges = in_dynamodb(SETTINGS), network(5, 2)
    books.counter.take(charges[1], AT)
    assert [asks(books, charges, AT) is None for _ in range(2)] == [True, False]
