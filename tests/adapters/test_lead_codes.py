"""What every LeadBook promises of coupons, limits and promises."""

from dataclasses import replace

import pytest

from tests.fakes.books import Books
from tests.fakes.made import fresh
from tests.fakes.pooling import asked, delivered, given, pooled, welcoming
from twofold.campaigns.model import Campaign
from twofold.codes.draw import draw_code
from twofold.contracts.events import CodeIssued, CodePromised
from twofold.contracts.instants import now
from twofold.leads.drawn import NoCode
from twofold.leads.ports import CodeTaken, LeadMoved, PromiseStands
from twofold.limits.spread import Part
from twofold.pools.model import Coupon
from twofold.pools.ports import PromiseGone
from twofold.pools.promise import KeptPromise


def room(most: int = 1) -> Part:
    return Part(row=fresh("codes#x#part"), amount=1, most=most)


def taken(books: Books, part: Part) -> int:
    return books.parts.taken([part.row])[part.row]


def promised(books: Books, campaign: Campaign, charge: Part | None = None):
    challenge = asked(books, campaign)
    books.leads.welcome(welcoming(challenge, campaign, NoCode("promised", charge=charge)))
    lead = books.leads.lead(challenge.lead_id)
    assert lead
    return lead


class TestCoupons:
    def test_a_coupon_leaves_its_pool_as_it_becomes_a_lead_s_code(self, books: Books):
        campaign = pooled()
        (coupon,) = delivered(books, 1, campaign.campaign_id)
        challenge = asked(books, campaign)
        outcome = books.leads.welcome(welcoming(challenge, campaign, given(coupon)))
        assert outcome.discount
        assert outcome.discount.code == coupon.code
        assert books.codes.find(coupon.code).lead_id == challenge.lead_id
        assert books.pools.find(campaign.campaign_id, coupon.code) is None

    def test_its_spelling_is_what_people_see_and_how_it_is_looked_up_is_not(self, books: Books):
        campaign = pooled()
        coupon = Coupon.delivered(campaign.campaign_id, f"{fresh('Ab')}-2")
        books.pools.put([coupon])
        challenge = asked(books, campaign)
        outcome = books.leads.welcome(welcoming(challenge, campaign, given(coupon)))
        assert outcome.discount
        assert outcome.discount.code == coupon.written
        assert outcome.discount.redeem_url.endswith(f"/c/{coupon.code}")
        assert books.codes.find(coupon.code).written == coupon.written
        held = books.leads.code_of(challenge.lead_id, campaign.campaign_id)
        assert held
        assert (held.code, held.shown) == (coupon.code, coupon.written)

    def test_of_two_who_drew_the_same_one_one_gets_it(self, books: Books):
        campaign = pooled()
        (coupon,) = delivered(books, 1, campaign.campaign_id)
        first, second = asked(books, campaign), asked(books, campaign)
        books.leads.welcome(welcoming(first, campaign, given(coupon)))
        with pytest.raises(CodeTaken):
            books.leads.welcome(welcoming(second, campaign, given(coupon)))
        assert books.leads.lead(second.lead_id) is None

    def test_one_that_is_somebody_s_code_already_leaves_the_pool(self, books: Books):
        campaign = pooled()
        (stale,) = delivered(books, 1, campaign.campaign_id)
        own = draw_code(campaign, now())
        same = replace(own, code=stale.code)
        books.leads.welcome(welcoming(asked(books, campaign), campaign, same))
        with pytest.raises(CodeTaken):
            books.leads.welcome(welcoming(asked(books, campaign), campaign, given(stale)))
        assert books.pools.find(campaign.campaign_id, stale.code) is None

    def test_a_lead_that_moved_takes_no_coupon_along(self, books: Books):
        campaign = pooled()
        one, other = delivered(books, 2, campaign.campaign_id)
        first = asked(books, campaign)
        books.leads.welcome(welcoming(first, campaign, given(one)))
        again = asked(books, campaign, first.lead_id)
        with pytest.raises(LeadMoved):
            books.leads.welcome(welcoming(again, campaign, given(other)))
        assert books.pools.find(campaign.campaign_id, other.code) == other


class TestLimits:
    def test_a_code_takes_its_place_under_the_limit(self, books: Books):
        campaign, part = pooled(), room(most=2)
        for expected in (1, 2):
            coupon = delivered(books, 1, campaign.campaign_id)[0]
            books.leads.welcome(welcoming(asked(books, campaign), campaign, given(coupon, charge=part)))
            assert taken(books, part) == expected

    def test_where_no_place_is_left_nothing_happens(self, books: Books):
        campaign, part = pooled(), room(most=1)
        one, other = delivered(books, 2, campaign.campaign_id)
        books.leads.welcome(welcoming(asked(books, campaign), campaign, given(one, charge=part)))
        late = asked(books, campaign)
        with pytest.raises(CodeTaken):
            books.leads.welcome(welcoming(late, campaign, given(other, charge=part)))
        assert books.leads.lead(late.lead_id) is None
        assert books.pools.find(campaign.campaign_id, other.code) == other
        assert taken(books, part) == 1

    def test_a_part_without_any_room_lets_nobody_in(self, books: Books):
        campaign, part = pooled(), room(most=0)
        late, drawn = asked(books, campaign), NoCode("promised", charge=part)
        with pytest.raises(CodeTaken):
            books.leads.welcome(welcoming(late, campaign, drawn))
        assert taken(books, part) == 0

    def test_nothing_is_taken_of_what_nobody_took_from(self, books: Books):
        rows = [fresh("row") for _ in range(16)]
        assert books.parts.taken(rows) == dict.fromkeys(rows, 0)


class TestPromises:
    def test_a_lead_without_a_code_is_confirmed_and_promised_one(self, books: Books):
        campaign, part = pooled(), room()
        challenge = asked(books, campaign)
        outcome = books.leads.welcome(welcoming(challenge, campaign, NoCode("promised", charge=part)))
        assert (outcome.no_code, bool(outcome.discount)) == ("promised", False)
        told = [event.data for event in books.upkeep.timeline(challenge.lead_id)]
        assert CodePromised(challenge_id=challenge.challenge_id) in told
        (promise,) = books.pools.waiting(campaign.campaign_id, 10)
        assert (promise.lead_id, promise.origin) == (challenge.lead_id, challenge.origin)
        assert (promise.challenge_id, promise.locale) == (challenge.challenge_id, "en")
        assert (promise.charged, taken(books, part)) == (part.row, 1)
        assert books.leads.promised(challenge.lead_id, campaign.campaign_id)
        assert not books.leads.promised(challenge.lead_id, "buffet-20")

    def test_who_is_told_that_all_are_given_out_is_promised_nothing(self, books: Books):
        campaign = pooled()
        challenge = asked(books, campaign)
        outcome = books.leads.welcome(welcoming(challenge, campaign, NoCode("used_up")))
        assert (outcome.no_code, bool(outcome.discount)) == ("used_up", False)
        assert not books.pools.waiting(campaign.campaign_id, 10)
        told = {event.type for event in books.upkeep.timeline(challenge.lead_id)}
        assert told == {"signup.requested.v1", "lead.confirmed.v1", "code.used_up.v1"}

    def test_the_same_lead_is_promised_one_once(self, books: Books):
        campaign, part = pooled(), room(most=5)
        lead = promised(books, campaign, part)
        again = asked(books, campaign, lead.lead_id)
        drawn = NoCode("promised", charge=part)
        with pytest.raises(PromiseStands):
            books.leads.welcome(welcoming(again, campaign, drawn, lead))
        standing = NoCode("promised", charge=part, standing=True)
        assert books.leads.welcome(welcoming(again, campaign, standing, lead)).no_code == "promised"
        assert (len(books.pools.waiting(campaign.campaign_id, 10)), taken(books, part)) == (1, 1)
        told = [event.type for event in books.upkeep.timeline(lead.lead_id)]
        assert told.count("code.promised.v1") == 1

    def test_a_promise_is_kept_with_lead_code_and_event_at_once(self, books: Books):
        campaign = pooled()
        lead = promised(books, campaign, room())
        (promise,) = books.pools.waiting(campaign.campaign_id, 10)
        (coupon,) = delivered(books, 1, campaign.campaign_id)
        kept = KeptPromise(promise=promise, lead=lead, code=given(coupon), at=now())
        books.pools.keep(kept)
        after = books.leads.lead(lead.lead_id)
        assert after
        assert (after.version, after.codes) == (lead.version + 1, (coupon.code,))
        assert books.codes.find(coupon.code).lead_id == lead.lead_id
        assert books.codes.find(coupon.code).origin == promise.origin
        held = books.leads.code_of(lead.lead_id, campaign.campaign_id)
        assert held
        assert held.code == coupon.code
        told = [event.data for event in books.upkeep.timeline(lead.lead_id)]
        (data,) = [data for data in told if isinstance(data, CodeIssued)]
        assert (data.cause, data.challenge_id) == ("promise", promise.challenge_id)
        assert not books.pools.waiting(campaign.campaign_id, 10)

    def test_a_promise_is_kept_once(self, books: Books):
        campaign = pooled()
        lead = promised(books, campaign)
        (promise,) = books.pools.waiting(campaign.campaign_id, 10)
        one, other = delivered(books, 2, campaign.campaign_id)
        books.pools.keep(KeptPromise(promise=promise, lead=lead, code=given(one), at=now()))
        with pytest.raises(PromiseGone):
            books.pools.keep(KeptPromise(promise=promise, lead=lead, code=given(other), at=now()))
        assert books.pools.find(campaign.campaign_id, other.code) == other

    def test_a_lead_who_moved_meanwhile_is_read_again(self, books: Books):
        campaign = pooled()
        lead = promised(books, campaign)
        (promise,) = books.pools.waiting(campaign.campaign_id, 10)
        (coupon,) = delivered(books, 1, campaign.campaign_id)
        books.upkeep.mark_lead(lead.lead_id, "opted_out")
        with pytest.raises(LeadMoved):
            books.pools.keep(KeptPromise(promise=promise, lead=lead, code=given(coupon), at=now()))
        assert books.pools.waiting(campaign.campaign_id, 10) == [promise]

    def test_a_coupon_that_was_taken_meanwhile_is_drawn_again(self, books: Books):
        campaign = pooled()
        lead = promised(books, campaign)
        (promise,) = books.pools.waiting(campaign.campaign_id, 10)
        (coupon,) = delivered(books, 1, campaign.campaign_id)
        books.leads.welcome(welcoming(asked(books, campaign), campaign, given(coupon)))
        with pytest.raises(CodeTaken):
            books.pools.keep(KeptPromise(promise=promise, lead=lead, code=given(coupon), at=now()))
        assert books.pools.waiting(campaign.campaign_id, 10) == [promise]

    def test_a_promise_that_is_dropped_gives_its_place_back_once(self, books: Books):
        campaign, part = pooled(), room(most=3)
        promised(books, campaign, part)
        (promise,) = books.pools.waiting(campaign.campaign_id, 10)
        assert promise.refund
        for _ in range(2):
            books.pools.drop(promise, [promise.refund])
            assert taken(books, part) == 0
        assert not books.pools.waiting(campaign.campaign_id, 10)

    def test_no_more_promises_are_handed_out_than_were_asked_for(self, books: Books):
        campaign = pooled()
        leads = {promised(books, campaign).lead_id for _ in range(5)}
        found = books.pools.waiting(campaign.campaign_id, 10)
        assert {promise.lead_id for promise in found} == leads
        assert len(books.pools.waiting(campaign.campaign_id, 3)) == 3
        assert not books.pools.waiting(fresh("campaign"), 3)
