"""A thousand who claim at once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.unit.pools.stock import Stock, a_number
from twofold.campaigns.model import CodePool
from twofold.contracts.payloads.signups import Confirmation

CROWD = 1_000


def claims(stock: Stock, many: int = CROWD) -> list[Confirmation]:
    waiting = [stock.world.join(a_number()) for _ in range(many)]
    with ThreadPoolExecutor(64) as crowd:
        return list(crowd.map(stock.world.guess, waiting))


def outcomes(told: list[Confirmation]) -> Counter[str]:
    return Counter("code" if one.discount else str(one.no_code) for one in told)


@pytest.mark.parametrize("cap", [1, 15, 100, 999, 1_000])
def test_a_limit_gives_exactly_so_many_codes(stock: Stock, cap: int):
    stock.run(codes=cap)
    told = outcomes(claims(stock))
    assert told == Counter({"code": min(cap, CROWD), "used_up": max(0, CROWD - cap)}) + Counter()
    assert stock.claimed() == min(cap, CROWD)


@pytest.mark.parametrize("coupons", [1, 700, 1_000])
def test_a_pool_gives_each_of_its_coupons_once(stock: Stock, coupons: int):
    stock.run(CodePool(low_at=0))
    delivered = stock.deliver(coupons)
    told = claims(stock)
    given = [one.discount.code for one in told if one.discount]
    assert len(given) == len(set(given)) == coupons
    assert set(given) == {coupon.code for coupon in delivered}
    assert (len(stock.promises()), stock.left()) == (CROWD - coupons, 0)
    assert len(stock.notices()) <= 1


def test_a_pool_under_a_limit_promises_no_more_than_it_may_give(stock: Stock):
    stock.run(CodePool(low_at=0), codes=300)
    stock.deliver(200)
    assert outcomes(claims(stock)) == Counter({"code": 200, "promised": 100, "used_up": 700})
    assert stock.claimed() == 300


def test_coupons_that_look_alike_are_not_drawn_in_a_row(stock: Stock):
    stock.run(CodePool(low_at=0))
    pools: Any = stock.world.books.pools
    drawn = Counter[str]()
    stock.deliver(200)
    for _ in range(400):
        coupon = pools.draw("buffet-20", stock.world.pools.draw.draw_start())
        drawn[coupon.code] += coupon is not None
    assert len(drawn) > 100
    assert max(drawn.values()) < 40
