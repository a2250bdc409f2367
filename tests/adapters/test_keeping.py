"""What is kept in memory for a while, and for how long."""

import itertools
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.fakes.aws import FakeAws
from tests.fakes.clock import NOON
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.made import fresh
from tests.fakes.samples import BUFFET
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb import cache
from twofold.adapters.dynamodb.cache import Kept
from twofold.adapters.dynamodb.items import LimitItem
from twofold.adapters.dynamodb.limits import SLICES, DynamoCounter, LeasedCounter
from twofold.contracts.errors import NotFound
from twofold.limits.allowance import Allowance


class Ticking:
    """A monotonic clock that is moved by hand."""

    now = 1_000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> Ticking:
    clock = Ticking()
    monkeypatch.setattr(cache, "time", clock)
    return clock


def test_an_answer_is_kept_for_its_seconds_and_no_longer(ticking: Ticking):
    numbers = itertools.count()
    kept = Kept(lambda _: next(numbers), seconds=10)
    assert [kept("a"), kept("a"), kept("b")] == [0, 0, 1]
    ticking.now += 9.9
    assert kept("a") == 0
    ticking.now += 0.2
    assert kept("a") == 2


def test_a_question_that_fails_is_asked_again():
    asked: list[str] = []

    def ask(key: str) -> str:
        asked.append(key)
        if len(asked) == 1:
            raise NotFound("not yet")
        return "there"

    kept = Kept(ask, seconds=10)
    with pytest.raises(NotFound):
        kept("a")
    assert kept("a") == "there"


def test_no_more_is_kept_than_fits():
    kept = Kept(str.upper, seconds=10, most=3)
    for n in range(100):
        kept(str(n))
    assert len(kept._known) <= 3


def test_a_changed_campaign_is_seen_within_ten_seconds(aws: FakeAws, ticking: Ticking):
    books = in_dynamodb(SETTINGS)
    books.upkeep.put_campaign(BUFFET)
    books.campaigns.campaign(BUFFET.campaign_id)
    calls = len(aws.calls)
    books.campaigns.campaign(BUFFET.campaign_id)
    assert len(aws.calls) == calls
    ticking.now += 10.1
    books.campaigns.campaign(BUFFET.campaign_id)
    assert len(aws.calls) == calls + 1


def test_the_kill_switch_works_within_two_seconds(aws: FakeAws, ticking: Ticking):
    books = in_dynamodb(SETTINGS)
    assert not books.switch.paused()
    books.upkeep.pause(paused=True)
    ticking.now += 2.1
    assert books.switch.paused()
    books.upkeep.pause(paused=False)
    ticking.now += 2.1
    assert not books.switch.paused()


def test_a_busy_process_soon_counts_a_slice_at_a_time(aws: FakeAws):
    in_dynamodb(SETTINGS)
    leased, allowance = LeasedCounter(DynamoCounter()), an_allowance(2_000)
    assert all(leased.take(allowance, NOON) for _ in range(105))
    assert len(aws.calls) == len((1, 2, 4, 8)) + 90 // (2_000 // SLICES)


def test_processes_that_take_once_and_die_use_up_all_of_it(aws: FakeAws):
    in_dynamodb(SETTINGS)
    allowance = an_allowance(100_000)
    given = [LeasedCounter(DynamoCounter()).take(allowance, NOON, 430) for _ in range(240)]
    assert sum(given) == 100_000 // 430


def test_a_process_loses_less_than_it_took_and_less_than_a_slice(aws: FakeAws):
    in_dynamodb(SETTINGS)
    for takes in (1, 2, 3, 4, 5, 9, 17, 100):
        allowance = an_allowance(2_000)
        leased = LeasedCounter(DynamoCounter())
        assert all(leased.take(allowance, NOON) for _ in range(takes))
        lost = int(LimitItem.get(allowance.row(NOON)).taken) - takes
        assert lost < min(takes, 2_000 // SLICES)


def test_near_its_end_the_last_of_it_is_given_in_few_writes(aws: FakeAws):
    in_dynamodb(SETTINGS)
    leased, allowance = LeasedCounter(DynamoCounter()), an_allowance(2_003)
    assert sum(leased.take(allowance, NOON) for _ in range(2_010)) == 2_003
    assert len(aws.calls) < 2_003 // (2_003 // SLICES) + 25


def test_many_processes_together_never_give_out_more_than_there_is(aws: FakeAws):
    in_dynamodb(SETTINGS)
    processes = [LeasedCounter(DynamoCounter()) for _ in range(5)]
    allowance = an_allowance(1_000)
    given = sum(processes[n % 5].take(allowance, NOON) for n in range(1_200))
    assert 1_000 - 5 * (1_000 // SLICES) <= given <= 1_000


def test_nor_do_many_threads_of_one(aws: FakeAws):
    in_dynamodb(SETTINGS)
    leased, allowance = LeasedCounter(DynamoCounter()), an_allowance(1_000)
    with ThreadPoolExecutor(8) as threads:
        given = sum(threads.map(lambda _: leased.take(allowance, NOON, 3), range(500)))
    assert given == 1_000 // 3


def an_allowance(most: int) -> Allowance:
    return Allowance(key=fresh("asset"), most=most, seconds=86_400)
