"""Confirming where codes are few."""

from typing import Any

from tests.fakes.outcomes import code_of
from tests.fakes.samples import ANNA, BEN, PASSER_BY, signup
from tests.unit.pools.stock import Stock
from twofold.campaigns.model import CodePool
from twofold.campaigns.offer import ReferralOffer
from twofold.contracts.events import LeadConfirmed, LeadReturned
from twofold.pools.model import Coupon

PROMISE = CodePool(when_dry="promise", low_at=0)


def test_who_comes_too_late_is_a_lead_all_the_same(stock: Stock):
    stock.run(codes=1)
    assert code_of(stock.come())
    told = stock.come(ANNA)
    assert (told.no_code, bool(told.discount)) == ("used_up", False)
    lead = stock.world.lead(ANNA)
    assert (lead.status, lead.codes) == ("confirmed", ())
    heard = {event.type for event in stock.world.timeline()}
    assert heard == {"signup.requested.v1", "lead.confirmed.v1", "code.used_up.v1"}
    assert not stock.promises()


def test_a_limit_holds_to_the_last_code(stock: Stock):
    stock.run(codes=23)
    told = [stock.come() for _ in range(30)]
    assert [bool(one.discount) for one in told] == [*[True] * 23, *[False] * 7]
    assert {one.no_code for one in told[23:]} == {"used_up"}
    assert stock.claimed() == 23


def test_a_limit_that_is_raised_lets_more_in_and_one_that_is_lowered_takes_nothing_back(stock: Stock):
    stock.run(codes=5)
    for _ in range(6):
        stock.come()
    stock.run(codes=8)
    assert [bool(stock.come().discount) for _ in range(4)] == [True, True, True, False]
    stock.run(codes=2)
    assert stock.come().no_code == "used_up"
    assert stock.claimed() == 8


def test_a_pool_and_a_limit_both_hold(stock: Stock):
    stock.run(PROMISE, codes=6)
    stock.deliver(4)
    told = [stock.come() for _ in range(9)]
    assert sum(bool(one.discount) for one in told) == 4
    assert [one.no_code for one in told if not one.discount] == [*["promised"] * 2, *["used_up"] * 3]
    assert (stock.claimed(), len(stock.promises())) == (6, 2), "nobody is promised what cannot be given"


def test_the_same_challenge_again_gets_the_same_answer(stock: Stock):
    stock.run(PROMISE)
    challenge_id = stock.world.join(ANNA)
    first = stock.world.guess(challenge_id)
    stock.deliver(3)
    assert stock.world.guess(challenge_id) == first
    assert first.no_code == "promised"


def test_who_was_promised_a_code_gets_one_when_they_confirm_again(stock: Stock):
    stock.run(PROMISE, codes=10)
    assert stock.come(ANNA).no_code == "promised"
    assert stock.come(ANNA).no_code == "promised"
    assert (len(stock.promised()), len(stock.promises()), stock.claimed()) == (1, 1, 1)
    (coupon,) = stock.deliver(1)
    assert code_of(stock.come(ANNA)) == coupon.code
    assert stock.world.pools.keep("buffet-20") == 0
    assert (stock.promises(), stock.claimed()) == ([], 1)
    assert len(stock.issued()) == 1


def test_who_was_promised_one_is_not_told_later_that_all_are_given_out(stock: Stock):
    stock.run(PROMISE, codes=1)
    stock.come(ANNA)
    assert stock.come(BEN).no_code == "used_up"
    assert stock.come(BEN).no_code == "used_up"
    assert stock.come(ANNA).no_code == "promised"
    (coupon,) = stock.deliver(1)
    assert stock.come(ANNA).no_code == "promised", "her place is the promise's, which is kept in a moment"
    assert stock.world.pools.keep("buffet-20") == 1
    assert stock.world.lead(ANNA).codes == (coupon.code,)


def test_who_came_too_late_gets_a_code_when_there_are_some_again(stock: Stock):
    stock.run(codes=0)
    assert stock.come(ANNA).no_code == "used_up"
    assert stock.come(ANNA).no_code == "used_up"
    stock.run(codes=1)
    code = code_of(stock.come(ANNA))
    assert stock.world.lead(ANNA).codes == (code,)
    came = [e.data for e in stock.world.timeline() if isinstance(e.data, LeadConfirmed | LeadReturned)]
    assert [getattr(data, "code", None) for data in came] == [None, None, None]
    assert stock.world.send(stock.issued()[0]) == "accepted"


def test_who_has_a_code_keeps_it_whatever_has_run_out(stock: Stock):
    stock.run(PROMISE, codes=1)
    (coupon,) = stock.deliver(1)
    assert code_of(stock.come(ANNA)) == code_of(stock.come(ANNA)) == coupon.code
    assert stock.come(BEN).no_code == "used_up"


def test_a_stale_coupon_stands_in_nobodys_way(stock: Stock):
    stock.run(PROMISE)
    (coupon,) = stock.deliver(1)
    memory: Any = stock.world.books.pools
    stock.come(BEN)
    memory.memory.pools["buffet-20"][coupon.code] = coupon
    (good,) = stock.deliver(1)
    assert code_of(stock.come(ANNA)) == good.code
    assert stock.come().no_code == "promised"
    assert stock.left() == 0


def test_a_coupon_is_shown_as_it_was_written_and_found_however_it_is_typed(stock: Stock):
    stock.run(PROMISE)
    stock.world.books.pools.put([Coupon.delivered("buffet-20", "Sommer-2026-x9")])
    told = stock.come(ANNA)
    assert code_of(told) == "Sommer-2026-x9"
    assert stock.world.codes.check("sommer 2026X9").code == "Sommer-2026-x9"
    stock.world.send_all()
    assert any("Code Sommer-2026-x9 " in sms.text for sms in stock.world.gateway.sent)


def test_a_friend_s_own_promised_code_still_tells_who_brought_them(stock: Stock):
    stock.run(referral=ReferralOffer(after="redemption"))
    slug = str(stock.come(ANNA).referral_url).rpartition("/")[2]
    stock.run(PROMISE, referral=ReferralOffer(after="redemption"))
    asked = stock.world.signups.sign_up(signup(BEN, referral=slug), PASSER_BY)
    stock.world.guess(asked.challenge_id)
    (promise,) = stock.promises()
    assert promise.referral == slug
    stock.deliver(1)
    assert stock.world.pools.keep("buffet-20") == 1
    (code,) = stock.world.lead(BEN).codes
    assert stock.world.books.codes.find(code).referral == slug
