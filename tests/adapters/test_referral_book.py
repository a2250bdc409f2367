"""What every ReferralBook promises."""

from dataclasses import replace

import pytest

from tests.fakes.books import Books
from tests.fakes.made import ORIGIN, a_challenge, a_welcome, fresh
from tests.fakes.samples import BUFFET
from twofold.codes.draw import draw_code
from twofold.contracts.events import ReferralCompleted
from twofold.contracts.instants import now
from twofold.leads.model import Lead
from twofold.leads.ports import CodeTaken
from twofold.referrals.model import Friend, Reward
from twofold.referrals.ports import CapReached, ReferralMoved

CAMPAIGN = ORIGIN.campaign_id


def a_lead(books: Books) -> Lead:
    challenge = a_challenge()
    books.challenges.open(challenge, challenge.asked(challenge.sent_at), [], challenge.sent_at)
    books.leads.welcome(a_welcome(challenge))
    return lead_of(books, challenge.lead_id)


def lead_of(books: Books, lead_id: str) -> Lead:
    lead = books.leads.lead(lead_id)
    assert lead
    return lead


def a_friend(referrer: Lead | None = None, **fields: object) -> Friend:
    by = referrer.lead_id if referrer else None
    brought = Friend(lead_id=fresh("lead"), referral="R23456789ABC", origin=ORIGIN, referrer=by)
    return replace(brought, **fields)  # type: ignore[arg-type]


def a_reward(lead: Lead, friend: Friend | None = None, **fields: object) -> Reward:
    code = draw_code(BUFFET, now())
    earning = (friend or a_friend(lead)).rewarded(code.code)
    made = Reward(friend=earning, referrer=lead, code=code, by="confirmation", most=10, at=now())
    return replace(made, **fields)  # type: ignore[arg-type]


def completed(books: Books, lead: Lead) -> list[ReferralCompleted]:
    told = [event.data for event in books.upkeep.timeline(lead.lead_id)]
    return [data for data in told if isinstance(data, ReferralCompleted)]


class TestReferralBook:
    def test_nobody_is_a_friend_at_first(self, books: Books):
        assert books.referrals.friend(fresh("lead"), CAMPAIGN) is None

    def test_who_brought_whom_is_kept_as_it_was_told(self, books: Books):
        lead = a_lead(books)
        waiting, refused = a_friend(lead), a_friend(lead).refused("cap_reached")
        for friend in (waiting, refused):
            books.referrals.keep(friend, lead.lead_id, now())
            assert books.referrals.friend(friend.lead_id, CAMPAIGN) == friend
            assert books.referrals.friend(friend.lead_id, "spa-10") is None

    def test_refusals_are_counted_by_their_reason(self, books: Books):
        reason, lead = fresh("reason"), a_lead(books)
        for _ in range(3):
            books.referrals.keep(a_friend(lead).refused(reason), None, now())
        books.referrals.keep(a_friend(lead), lead.lead_id, now())
        assert books.upkeep.refusals(CAMPAIGN, reason) == 3

    def test_a_reward_makes_code_lead_friend_and_event_at_once(self, books: Books):
        reward = a_reward(a_lead(books))
        books.referrals.reward(reward, reward.referrer.lead_id)
        lead, code = lead_of(books, reward.referrer.lead_id), books.codes.find(reward.code.code)
        assert lead == replace(reward.referrer, version=2, codes=(*reward.referrer.codes, reward.code.code))
        assert (code.lead_id, code.state, code.offer) == (lead.lead_id, "issued", BUFFET.offer)
        assert code.origin == ORIGIN
        assert books.referrals.friend(reward.friend.lead_id, CAMPAIGN) == reward.friend
        (told,) = completed(books, lead)
        assert (told.friend, told.code, told.by) == (reward.friend.lead_id, code.code, "confirmation")

    def test_a_friend_earns_once(self, books: Books):
        lead = a_lead(books)
        first = a_reward(lead)
        books.referrals.reward(first, lead.lead_id)
        friend = replace(first.friend, state="waiting", code=None)
        for root in (lead.lead_id, None):
            with pytest.raises(ReferralMoved):
                books.referrals.reward(a_reward(lead_of(books, lead.lead_id), friend), root)
            with pytest.raises(ReferralMoved):
                books.referrals.keep(friend.refused("loop"), root, now())
        assert len(lead_of(books, lead.lead_id).codes) == 2
        assert len(completed(books, lead)) == 1

    def test_who_waited_is_rewarded_later(self, books: Books):
        lead = a_lead(books)
        friend = a_friend(lead)
        books.referrals.keep(friend, lead.lead_id, now())
        reward = a_reward(lead, friend, by="redemption")
        with pytest.raises(ReferralMoved):
            books.referrals.reward(reward, lead.lead_id)
        books.referrals.reward(reward, None)
        assert books.referrals.friend(friend.lead_id, CAMPAIGN) == reward.friend
        assert completed(books, lead)[0].by == "redemption"

    def test_who_waited_may_be_refused_later(self, books: Books):
        lead = a_lead(books)
        friend = a_friend(lead)
        books.referrals.keep(friend, lead.lead_id, now())
        books.referrals.keep(friend.refused("switched_off"), None, now())
        assert books.referrals.friend(friend.lead_id, CAMPAIGN) == friend.refused("switched_off")

    def test_there_are_no_more_rewards_than_the_offer_allows(self, books: Books):
        lead = a_lead(books)
        for _ in range(2):
            books.referrals.reward(a_reward(lead, most=2), lead.lead_id)
            lead = lead_of(books, lead.lead_id)
        last = a_reward(lead, most=2)
        with pytest.raises(CapReached):
            books.referrals.reward(last, lead.lead_id)
        assert lead_of(books, lead.lead_id) == lead
        assert books.referrals.friend(last.friend.lead_id, CAMPAIGN) is None

    def test_another_campaign_has_a_cap_of_its_own(self, books: Books):
        lead = a_lead(books)
        books.referrals.reward(a_reward(lead, most=1), lead.lead_id)
        elsewhere = a_friend(lead, origin=replace(ORIGIN, campaign_id="spa-10"))
        lead = lead_of(books, lead.lead_id)
        books.referrals.reward(a_reward(lead, elsewhere, most=1), lead.lead_id)
        assert len(completed(books, lead)) == 2

    def test_a_lead_who_changed_meanwhile_has_moved(self, books: Books):
        stale = a_lead(books)
        books.upkeep.mark_lead(stale.lead_id, "opted_out")
        with pytest.raises(ReferralMoved):
            books.referrals.reward(a_reward(stale), stale.lead_id)
        assert not completed(books, stale)

    def test_a_code_that_exists_is_not_given_again(self, books: Books):
        lead = a_lead(books)
        reward = a_reward(lead)
        taken = replace(reward.code, code=lead.codes[0])
        with pytest.raises(CodeTaken):
            books.referrals.reward(replace(reward, code=taken), lead.lead_id)

    def test_a_root_that_somebody_brought_meanwhile_has_moved(self, books: Books):
        head, lead = a_lead(books), a_lead(books)
        books.referrals.keep(a_friend(head, lead_id=lead.lead_id), head.lead_id, now())
        with pytest.raises(ReferralMoved):
            books.referrals.reward(a_reward(lead), lead.lead_id)
        with pytest.raises(ReferralMoved):
            books.referrals.keep(a_friend(lead), lead.lead_id, now())
        books.referrals.keep(a_friend(lead), head.lead_id, now())

    def test_a_root_whose_own_link_told_of_nobody_stays_the_root(self, books: Books):
        lead = a_lead(books)
        lost = a_friend(lead_id=lead.lead_id).refused("unknown_link")
        books.referrals.keep(lost, None, now())
        books.referrals.reward(a_reward(lead), lead.lead_id)
