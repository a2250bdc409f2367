"""Telling that a pool runs low: early enough, and once."""

from dataclasses import replace
from typing import Any

import pytest

from tests.fakes.outcomes import code_of
from tests.unit.pools.stock import Stock
from twofold.campaigns.model import CodePool
from twofold.pools.model import SHARDS, SPOT_DIGITS, Coupon

LOW = CodePool(low_at=3)


def told(stock: Stock) -> list[int]:
    return [notice.left for notice in stock.notices()]


def test_a_full_pool_is_nothing_to_tell_of(stock: Stock):
    stock.run(LOW)
    stock.deliver(4)
    assert stock.world.pools.tell() == 0
    assert not stock.notices()


def test_a_low_one_is_told_of_once_and_once_more_when_it_is_dry(stock: Stock):
    stock.run(LOW)
    stock.deliver(4)
    stock.come()
    assert [stock.world.pools.tell() for _ in range(3)] == [1, 0, 0]
    for _ in range(3):
        stock.come()
    assert [stock.world.pools.tell() for _ in range(2)] == [1, 0]
    stock.come()
    assert told(stock) == [3, 0]


def test_it_is_told_of_again_after_it_was_filled_above(stock: Stock):
    stock.run(LOW)
    stock.deliver(2)
    stock.world.pools.tell()
    stock.deliver(1)
    stock.world.pools.tell()
    assert told(stock) == [2], "three are still few"
    stock.deliver(1)
    stock.world.pools.tell()
    assert not stock.state().low
    stock.come()
    stock.world.pools.tell()
    assert told(stock) == [2, 3]


def test_a_pool_that_was_never_filled_is_told_of_by_the_first_who_asks(stock: Stock):
    stock.run(LOW)
    assert stock.world.pools.tell() == 0
    stock.come()
    stock.world.pools.tell()
    assert told(stock) == [0]


def test_whatever_is_told_says_what_happens_now_and_whose_pool_it_is(stock: Stock):
    stock.run(replace(LOW, when_dry="generate"))
    stock.deliver(1)
    stock.world.pools.tell()
    (event,) = stock.world.books.upkeep.timeline("buffet-20")
    assert (event.subject, event.campaign_id, event.version) == ("buffet-20", "buffet-20", 1)
    (notice,) = stock.notices()
    assert (notice.left, notice.low_at, notice.when_dry) == (1, 3, "generate")


def test_a_campaign_that_gave_up_its_pool_is_not_told_of(stock: Stock):
    stock.run(LOW)
    stock.deliver(1)
    stock.run(None)
    assert stock.world.pools.tell() == 0
    stock.world.books.pools.put([])
    stock.campaign = replace(stock.campaign, campaign_id="never-written")
    stock.deliver(1)
    assert stock.world.pools.tell() == 0


def test_a_mark_that_a_broken_delivery_left_behind_is_made_good(
    stock: Stock, monkeypatch: pytest.MonkeyPatch
):
    stock.run(LOW)
    stock.come()
    memory = stock.world.books.pools.memory  # type: ignore[attr-defined]
    (coupon,) = stock.deliver(1)
    memory.registers["buffet-20"] = replace(memory.registers["buffet-20"], dry=True)
    _begin_behind(coupon, stock, monkeypatch)
    assert stock.come().no_code == "promised"
    stock.world.pools.tell()
    assert code_of(stock.come()) == coupon.code


def _begin_behind(coupon: Coupon, stock: Stock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever happens to begin in the coupon's own part finds it in spite of a mark: begin in the next one."""
    part = int(coupon.spot.shard.rpartition("#")[2])
    start = f"{(part + 1) % SHARDS:x}".ljust(SPOT_DIGITS, "0")
    pools: Any = type(stock.world.books.pools)
    plain = pools.draw
    monkeypatch.setattr(pools, "draw", lambda pool, name, _, *shards: plain(pool, name, start, *shards))
