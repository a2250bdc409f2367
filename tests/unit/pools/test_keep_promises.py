"""Promised codes: given as soon as there are any, once, to those who still want one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from infra.operate.lowered import LowerLimits
from tests.fakes.people import holding
from tests.fakes.samples import ANNA, BEN, BUFFET
from tests.unit.pools.stock import Stock, a_number
from twofold.campaigns.model import Campaign, CodePool
from twofold.contracts.events import CodeIssued
from twofold.contracts.payloads.signups import Confirmation
from twofold.leads.drawn import Drawn
from twofold.pools.draw import DrawCode
from twofold.pools.keep_promises import AT_ONCE, PATIENCE

PROMISE = CodePool(when_dry="promise", low_at=0)


def test_all_are_kept_as_far_as_there_are_coupons(stock: Stock):
    stock.run(PROMISE)
    for _ in range(5):
        stock.come()
    assert stock.world.pools.keep("buffet-20") == 0
    stock.deliver(3)
    assert stock.world.pools.keep("buffet-20") == 3
    assert (len(stock.promises()), stock.left()) == (2, 0)
    stock.deliver(3)
    assert stock.world.pools.keep("buffet-20") == 2
    assert stock.world.pools.keep("buffet-20") == 0
    assert stock.left() == 1


def test_a_call_keeps_no_more_than_it_is_told_to(stock: Stock):
    stock.run(PROMISE)
    for _ in range(5):
        stock.come()
    stock.deliver(9)
    assert [stock.world.pools.keep("buffet-20", 2) for _ in range(4)] == [2, 2, 1, 0]


def test_however_many_have_left_who_waits_behind_them_is_reached(stock: Stock):
    stock.run(PROMISE)
    for _ in range(AT_ONCE + 5):
        leaving = a_number()
        stock.come(leaving)
        stock.world.signups.opt_out(
            stock.world.lead_id(leaving), source="reply", text="STOP", message_id="msg_1"
        )
    stock.come(ANNA)
    stock.deliver(1)
    assert stock.world.pools.keep("buffet-20") == 1
    assert (stock.promises(), len(stock.world.lead(ANNA).codes)) == ([], 1)


def test_what_a_campaign_does_not_promise_any_more_new_coupons_leave_to_the_sweeper(stock: Stock):
    stock.run(PROMISE)
    stock.come(ANNA)
    stock.run(CodePool(when_dry="generate"))
    stock.deliver(1)
    assert stock.world.pools.keep.with_new_coupons("buffet-20", 9) == 0
    assert stock.world.pools.keep.everywhere() == 1
    assert stock.world.pools.keep.with_new_coupons("no-such-campaign", 9) == 0


def test_new_coupons_keep_what_a_campaign_promises_still(stock: Stock):
    stock.run(PROMISE)
    for _ in range(3):
        stock.come()
    stock.deliver(3)
    assert stock.world.pools.keep.with_new_coupons("buffet-20", 2) == 2


def test_one_round_s_time_is_that_of_all_campaigns_together(stock: Stock):
    stock.run(PROMISE)
    other = replace(BUFFET, campaign_id="spa-10", pool=PROMISE)
    stock.world.books.upkeep.put_campaign(other)
    for _ in range(4):
        stock.come()
    stock.deliver(9)
    stock.world.confirmed(BEN, "ast_spa")
    stock.campaign = other
    stock.deliver(1)
    clock, third = stock.world.clock, PATIENCE.total_seconds() / 3

    def slow(drawn_from: DrawCode, campaign: Campaign, at: datetime) -> Drawn:
        clock.forward(seconds=third)
        return stock.world.pools.draw.uncharged(campaign, at)

    class Slow(DrawCode):
        uncharged = slow

    draw = Slow(
        pools=stock.world.books.pools, register=stock.world.books.pools, parts=stock.world.books.parts
    )
    keep = replace(stock.world.pools.keep, draw=draw)
    assert [keep.everywhere(), keep.everywhere(), keep.everywhere()] == [3, 2, 0]


def test_the_code_is_the_lead_s_and_is_told(stock: Stock):
    stock.run(PROMISE)
    stock.come(ANNA)
    (coupon,) = stock.deliver(1)
    stock.world.pools.keep("buffet-20")
    assert stock.world.lead(ANNA).codes == (coupon.code,)
    (event,) = stock.issued()
    assert isinstance(event.data, CodeIssued)
    assert (event.data.cause, event.data.code) == ("promise", coupon.code)
    assert event.data.challenge_id == stock.promised()[0].challenge_id
    assert stock.come(ANNA).discount
    assert stock.world.lead(ANNA).codes == (coupon.code,), "the next confirmation finds it"


def test_the_text_goes_to_the_lead_as_they_are_now(stock: Stock):
    stock.run(PROMISE)
    stock.come(ANNA)
    stock.world.clock.forward(days=9)
    (coupon,) = stock.deliver(1)
    stock.world.pools.keep("buffet-20")
    (event,) = stock.issued()
    stock.world.gateway.sent.clear()
    assert stock.world.send(event) == "accepted"
    (sms,) = stock.world.gateway.sent
    assert (sms.to.e164, sms.message_class) == (ANNA, "requested")
    assert coupon.code in sms.text
    assert stock.world.send(event) == "seen"


def test_the_challenge_may_be_forgotten_by_then(stock: Stock):
    stock.run(PROMISE)
    stock.come(ANNA)
    stock.deliver(1)
    stock.world.pools.keep("buffet-20")
    memory: Any = stock.world.books.challenges
    memory.memory.challenges.clear()
    assert stock.world.send(stock.issued()[0]) == "accepted"


def test_who_left_is_owed_nothing_and_gives_their_place_back(stock: Stock):
    stock.run(PROMISE, codes=1)
    stock.come(ANNA)
    stock.world.signups.opt_out(stock.world.lead_id(ANNA), source="reply", text="STOP", message_id="msg_1")
    stock.deliver(1)
    assert stock.world.pools.keep("buffet-20") == 0
    assert (stock.promises(), stock.left(), stock.claimed()) == ([], 1, 0)
    assert stock.come(BEN).discount
    assert stock.come(ANNA).no_code == "used_up"


def test_who_is_held_back_by_the_time_gets_the_code_and_no_text(stock: Stock):
    stock.run(PROMISE)
    stock.come(ANNA)
    stock.world.books.leads.change(holding(stock.world.lead(ANNA)))
    stock.deliver(1)
    stock.world.pools.keep("buffet-20")
    assert stock.world.send(stock.issued()[0]) == "held_review"
    assert len(stock.world.lead(ANNA).codes) == 1


def test_a_promise_has_its_place_under_the_limit_already(stock: Stock):
    stock.run(PROMISE, codes=2)
    stock.come()
    stock.come()
    assert stock.come().no_code == "used_up"
    stock.deliver(5)
    assert stock.world.pools.keep("buffet-20") == 2
    assert (stock.claimed(), stock.left()) == (2, 3)


def test_a_limit_that_came_later_holds_for_promises_too(stock: Stock):
    stock.run(PROMISE)
    for _ in range(3):
        stock.come()
    stock.run(PROMISE, codes=2)
    stock.deliver(3)
    assert stock.world.pools.keep("buffet-20") == 2
    assert (len(stock.promises()), stock.claimed()) == (1, 2)


def test_a_campaign_that_gives_up_its_pool_keeps_its_promises_with_codes_of_its_own(stock: Stock):
    stock.run(PROMISE)
    stock.come(ANNA)
    stock.run(None)
    assert stock.world.pools.keep("buffet-20") == 1
    (code,) = stock.world.lead(ANNA).codes
    assert code.startswith("BUF")


def test_every_campaign_with_a_pool_is_looked_after(stock: Stock):
    stock.run(PROMISE)
    other = replace(BUFFET, campaign_id="spa-10", pool=PROMISE)
    stock.world.books.upkeep.put_campaign(other)
    stock.come(ANNA)
    stock.world.confirmed(BEN, "ast_spa")
    stock.deliver(1)
    stock.campaign = other
    stock.deliver(1)
    assert stock.world.pools.keep.everywhere() == 2
    assert stock.world.pools.keep("no-such-campaign") == 0


def test_many_keepers_at_once_give_each_lead_one_code(stock: Stock):
    stock.run(PROMISE)
    numbers = [f"+4860500{number:04d}" for number in range(40)]
    for number in numbers:
        stock.come(number)
    stock.deliver(30)
    with ThreadPoolExecutor(8) as crowd:
        kept = list(crowd.map(lambda _: stock.world.pools.keep("buffet-20"), range(8)))
    assert sum(kept) == 30
    given = [code for number in numbers for code in stock.world.lead(number).codes]
    assert len(given) == len(set(given)) == 30
    assert (len(stock.promises()), stock.left()) == (10, 0)


def test_a_confirmation_while_the_promise_is_kept_ends_with_one_code(stock: Stock):
    stock.run(PROMISE)
    numbers = [f"+4860600{number:04d}" for number in range(20)]
    for number in numbers:
        stock.come(number)
    again = {number: stock.world.join(number) for number in numbers}
    stock.deliver(60)
    deeds: list[Callable[[], object]] = [partial(stock.world.guess, again[number]) for number in numbers]
    deeds += [partial(stock.world.pools.keep, "buffet-20")] * 4
    with ThreadPoolExecutor(8) as crowd:
        told = list(crowd.map(lambda deed: deed(), deeds))
    assert all(one.discount for one in told if isinstance(one, Confirmation))
    assert [len(stock.world.lead(number).codes) for number in numbers] == [1] * 20
    stock.world.pools.keep("buffet-20")
    assert (stock.promises(), stock.left()) == ([], 40)


def test_a_dropped_promise_lets_nobody_in_while_more_is_taken_than_a_lowered_limit(stock: Stock):
    stock.run(PROMISE, codes=6)
    phones = [a_number() for _ in range(6)]
    for phone in phones:
        stock.come(phone)
    before = stock.campaign
    stock.run(PROMISE, codes=4)
    LowerLimits(stock.world.books.parts, lambda _: None)(before, stock.campaign)
    let_in = []
    for phone in phones[:3]:
        lead_id = stock.world.lead_id(phone)
        stock.world.signups.opt_out(lead_id, source="reply", text="STOP", message_id=f"msg_{phone}")
        stock.world.pools.keep("buffet-20")
        let_in.append(stock.come().no_code)
    assert let_in == ["used_up", "used_up", "promised"]
    assert stock.claimed() == 4
