"""What a lead gets: a coupon, a code of our own, a promise, or nothing more."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.fakes.clock import NOON
from tests.fakes.outcomes import code_of, discount_of
from tests.fakes.samples import BUFFET
from tests.unit.pools.stock import Stock
from twofold.campaigns.model import CodeLimits, CodePool
from twofold.campaigns.offer import Offer
from twofold.leads.drawn import NewCode, NoCode
from twofold.limits.spread import PARTS
from twofold.pools.draw import DrawCode
from twofold.pools.model import Coupon

GENERATE = CodePool(when_dry="generate", low_at=0)
PROMISE = CodePool(when_dry="promise", low_at=0)


class Untouched:
    """Whoever asks it anything fails."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} was asked for")


def test_a_campaign_without_pool_and_limit_reads_nothing():
    nothing: Any = Untouched()
    drawn = DrawCode(pools=nothing, register=nothing, parts=nothing)(BUFFET, NOON)
    assert isinstance(drawn, NewCode)
    assert (drawn.pooled, drawn.charge) == (False, None)


def test_the_first_place_under_a_limit_is_picked_without_a_look():
    nothing: Any = Untouched()
    draw = DrawCode(pools=nothing, register=nothing, parts=nothing)
    campaign = replace(BUFFET, limits=CodeLimits(codes=160))
    drawn = [draw(campaign, NOON) for _ in range(200)]
    charges = [one.charge for one in drawn if isinstance(one, NewCode) and one.charge]
    assert len(charges) == 200
    assert {charge.most for charge in charges} == {10}
    assert len({charge.row for charge in charges}) == PARTS


def test_no_place_is_looked_for_where_there_never_was_one():
    nothing: Any = Untouched()
    draw = DrawCode(pools=nothing, register=nothing, parts=nothing)
    three = replace(BUFFET, limits=CodeLimits(codes=3))
    drawn = [draw(three, NOON) for _ in range(50)]
    assert {one.charge.most for one in drawn if isinstance(one, NewCode) and one.charge} == {1}
    assert draw(replace(BUFFET, limits=CodeLimits(codes=0)), NOON) == NoCode("used_up")


def test_who_lost_a_place_is_given_one_that_has_room(stock: Stock):
    stock.run(codes=16)
    memory: Any = stock.world.books.pools
    for number in range(15):
        memory.memory.parts[f"codes#buffet-20#part#{number}"] = 1
    drawn = stock.world.pools.draw(stock.campaign, NOON, 1)
    assert isinstance(drawn, NewCode)
    assert drawn.charge
    assert drawn.charge.row == "codes#buffet-20#part#15"
    memory.memory.parts["codes#buffet-20#part#15"] = 1
    assert stock.world.pools.draw(stock.campaign, NOON, 1) == NoCode("used_up")


def test_a_coupon_is_worth_what_the_offer_says_and_ends_with_the_earlier_of_two_ends(stock: Stock):
    stock.run(PROMISE)
    for days, end in (
        (3, NOON + timedelta(days=3)),
        (90, NOON + timedelta(days=31)),
        (None, NOON + timedelta(days=31)),
    ):
        coupon = Coupon.delivered(
            "buffet-20", "AB-12", expires_at=NOON + timedelta(days=days) if days else None
        )
        given = coupon.given(BUFFET.brand, BUFFET.offer, NOON)
        assert (given.code, given.shown, given.offer) == ("AB12", "AB-12", BUFFET.offer)
        assert given.expires_at == end
        assert given.pooled
    for_good = Offer(title="x", kind="percent", value=5)
    assert Coupon.delivered("buffet-20", "AB12").given("b", for_good, NOON).expires_at is None


def test_every_coupon_is_given_out_once_and_the_last_one_too(stock: Stock):
    stock.run(PROMISE)
    coupons = stock.deliver(20)
    given = [code_of(stock.come()) for _ in range(20)]
    assert sorted(given) == sorted(coupon.code for coupon in coupons)
    assert stock.left() == 0
    assert stock.come().no_code == "promised"


def test_a_dry_pool_may_be_made_up_for_by_codes_of_our_own(stock: Stock):
    stock.run(GENERATE)
    (coupon,) = stock.deliver(1)
    assert code_of(stock.come()) == coupon.code
    own = discount_of(stock.come())
    assert own.code.startswith("BUF")
    assert own.good


def test_that_a_pool_is_dry_is_told_once_by_whoever_finds_it(stock: Stock):
    stock.run(replace(PROMISE, low_at=5))
    for _ in range(4):
        stock.come()
    (told,) = stock.notices()
    assert (told.left, told.low_at, told.when_dry) == (0, 5, "promise")
    stock.deliver(1)
    stock.come()
    stock.come()
    assert [notice.left for notice in stock.notices()] == [0, 0]


def test_a_pool_that_is_known_to_be_dry_is_not_looked_through_again(
    stock: Stock, monkeypatch: pytest.MonkeyPatch
):
    stock.run(PROMISE)
    stock.come()
    shards: list[int] = []
    pools: Any = type(stock.world.books.pools)
    plain = pools.draw

    def counted(*asked: Any) -> Any:
        shards.append([*asked, 1][3])
        return plain(*asked)

    monkeypatch.setattr(pools, "draw", counted)
    stock.come()
    assert shards == [1]


def test_one_whose_own_time_is_over_is_taken_out_and_not_given(stock: Stock):
    stock.run(PROMISE)
    stock.deliver(10, expires_at=NOON + timedelta(hours=1))
    stock.world.clock.forward(hours=2)
    (good,) = stock.deliver(1, expires_at=NOON + timedelta(hours=9))
    assert code_of(stock.come()) == good.code
    assert stock.come().no_code == "promised"
    assert stock.left() == 0
