"""What every CodePoolBook promises, one that deals a delivery out to many hands too."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.books import Books
from tests.fakes.in_dynamodb import DynamoPools, in_dynamodb
from tests.fakes.in_memory import in_memory
from tests.fakes.made import fresh
from tests.fakes.people import joined
from tests.fakes.pooling import delivered, hexadecimal
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.many_hands import ManyHands
from twofold.contracts.instants import now, to_second
from twofold.pools.model import SHARDS, Coupon
from twofold.pools.state import PoolState


class ManyHandsPools(ManyHands, DynamoPools):
    """As partners and files fill them."""


@pytest.fixture(params=["memory", "dynamodb", "many hands"])
def books(request: pytest.FixtureRequest) -> Books:
    if request.param == "memory":
        return in_memory()
    request.getfixturevalue("aws")
    books = in_dynamodb(SETTINGS)
    dealt = request.param == "many hands"
    return replace(books, pools=ManyHandsPools(connect(SETTINGS))) if dealt else books


class TestCodePoolBook:
    def test_there_is_nothing_in_a_pool_at_first(self, books: Books):
        campaign = fresh("campaign")
        assert books.pools.draw(campaign, hexadecimal(), SHARDS) is None
        assert books.pools.find(campaign, "A1") is None
        assert books.pools.count_up_to(campaign, 10) == 0

    def test_a_coupon_is_kept_as_it_was_delivered(self, books: Books):
        end = now().replace(microsecond=0) + timedelta(days=3)
        campaign = fresh("campaign")
        coupon = Coupon.delivered(campaign, " Sommer-20 ab ", expires_at=end, import_id="imp_1")
        assert (coupon.code, coupon.written) == ("SOMMER20AB", "Sommer-20 ab")
        assert books.pools.put([coupon]) == ["added"]
        found = books.pools.find(campaign, "SOMMER20AB")
        assert found == coupon == books.pools.draw(campaign, hexadecimal(), SHARDS)
        assert found
        assert found.expires_at
        assert to_second(found.expires_at) == to_second(end)

    def test_one_that_is_written_as_it_is_looked_up_says_so_once(self, books: Books):
        (coupon,) = delivered(books, 1)
        assert coupon.written is None
        assert books.pools.find(coupon.campaign_id, coupon.code) == coupon

    def test_each_coupon_of_a_delivery_is_told_what_became_of_it(self, books: Books):
        lead, campaign = joined(books), fresh("campaign")
        first, second = (Coupon.delivered(campaign, fresh("c").replace("_", "")) for _ in range(2))
        books.pools.put([first])
        somebodys = Coupon.delivered(campaign, lead.codes[0])
        again = Coupon.delivered(campaign, second.code.lower())
        told = books.pools.put([first, second, somebodys, again])
        assert told == ["known", "added", "known", "known"]
        assert books.pools.count_up_to(campaign, 10) == 2
        kept = books.pools.find(campaign, second.code)
        assert kept == second, "of two that are alike the first counts"

    def test_a_thousand_go_in_at_once(self, books: Books):
        coupons = delivered(books, 1_000)
        campaign = coupons[0].campaign_id
        assert books.pools.count_up_to(campaign, 2_000) == 1_000
        assert books.pools.state(campaign).fills == 1, "they were one delivery"
        assert set(books.pools.put(coupons)) == {"known"}
        assert books.pools.count_up_to(campaign, 999) == 999
        assert books.pools.count_up_to(campaign, 5) == 5

    def test_however_far_apart_two_that_are_alike_stand_the_second_is_known(self, books: Books):
        campaign, mark = fresh("campaign"), fresh("a").replace("_", "").upper()
        coupons = [Coupon.delivered(campaign, f"{mark}-{number}") for number in range(350)]
        again = Coupon.delivered(campaign, f"{mark} 0")
        assert books.pools.put([*coupons, again]) == ["added"] * 350 + ["known"]
        assert books.pools.find(campaign, coupons[0].code) == coupons[0]

    def test_the_pools_of_two_campaigns_are_two(self, books: Books):
        one, other = delivered(books, 1), delivered(books, 1)
        assert books.pools.find(one[0].campaign_id, other[0].code) is None
        assert books.pools.draw(other[0].campaign_id, hexadecimal(), SHARDS) == other[0]

    def test_wherever_one_begins_the_only_coupon_is_found(self, books: Books):
        (coupon,) = delivered(books, 1)
        shard = coupon.spot.shard.rpartition("#")[2]
        for digits in ("0" * 8, "f" * 8, coupon.spot.row[:8]):
            start = f"{int(shard):x}{digits}"
            assert books.pools.draw(coupon.campaign_id, start) == coupon
        elsewhere = f"{(int(shard) + 1) % SHARDS:x}00000000"
        assert books.pools.draw(coupon.campaign_id, elsewhere) is None
        assert books.pools.draw(coupon.campaign_id, elsewhere, SHARDS) == coupon

    def test_chance_draws_all_of_them_and_none_much_more_often(self, books: Books):
        coupons = delivered(books, 40)
        drawn = [books.pools.draw(coupons[0].campaign_id, hexadecimal(), SHARDS) for _ in range(400)]
        assert len({coupon.code for coupon in drawn if coupon}) > 25

    def test_who_looks_takes_nothing(self, books: Books):
        (coupon,) = delivered(books, 1)
        for _ in range(3):
            assert books.pools.draw(coupon.campaign_id, hexadecimal(), SHARDS) == coupon

    def test_one_that_is_taken_out_is_gone_and_may_be_so_already(self, books: Books):
        (coupon,) = delivered(books, 1)
        for _ in range(2):
            books.pools.discard(coupon)
            assert books.pools.draw(coupon.campaign_id, hexadecimal(), SHARDS) is None


class TestPoolRegister:
    def test_nothing_was_told_of_a_pool_at_first(self, books: Books):
        campaign = fresh("campaign")
        assert books.pools.state(campaign) == PoolState(campaign_id=campaign)
        assert campaign not in {state.campaign_id for state in books.pools.pools()}

    def test_a_delivery_enters_a_pool(self, books: Books):
        (coupon,) = delivered(books, 1)
        state = PoolState(campaign_id=coupon.campaign_id, fills=1)
        assert books.pools.state(coupon.campaign_id) == state
        assert state in books.pools.pools()

    def test_what_was_told_is_remembered(self, books: Books):
        campaign = fresh("campaign")
        before = books.pools.state(campaign)
        low = before.counted(3, 10)
        assert books.pools.mark(before, low, None)
        assert books.pools.state(campaign) == low == PoolState(campaign_id=campaign, told=1, low=True)

    def test_who_read_before_another_told_tells_nothing(self, books: Books):
        before = books.pools.state(fresh("campaign"))
        assert books.pools.mark(before, before.counted(0, 10), None)
        assert not books.pools.mark(before, before.counted(0, 10), None)

    def test_a_pool_that_was_filled_meanwhile_is_not_marked_dry(self, books: Books):
        campaign = fresh("campaign")
        before = books.pools.state(campaign)
        books.pools.put([Coupon.delivered(campaign, "A1B2")])
        assert not books.pools.mark(before, before.counted(0, 10), None)
        assert not books.pools.state(campaign).dry

    def test_a_delivery_takes_the_mark_of_a_dry_pool_away_but_not_that_of_a_low_one(self, books: Books):
        campaign = fresh("campaign")
        before = books.pools.state(campaign)
        books.pools.mark(before, before.counted(0, 10), None)
        books.pools.put([Coupon.delivered(campaign, "A1B2")])
        assert books.pools.state(campaign) == PoolState(campaign_id=campaign, fills=1, told=1, low=True)
