"""What bringing a friend earns, and what does not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.samples import ANNA, BEN, BUFFET, CARA, SPA, SPA_LANDING, order
from tests.unit.referrals.friends import THANKS, Story
from twofold.campaigns.offer import ReferralOffer
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import LeadConfirmed
from twofold.contracts.payloads.redemptions import RollbackRequest
from twofold.referrals import chain
from twofold.referrals.ports import ReferralMoved


@pytest.fixture
def story() -> Story:
    return Story()


def test_a_friend_who_confirms_earns_the_lead_a_code(story: Story):
    slug = story.joined(ANNA)
    assert story.brought(slug, BEN) == "rewarded"
    (told,) = story.earned(ANNA)
    assert (told.friend, told.referral, told.by) == (story.world.lead_id(BEN), slug, "confirmation")
    assert story.world.lead(ANNA).codes[1:] == (told.code,)
    assert told.expires_at is not None


def test_the_code_is_worth_what_the_offer_for_friends_says(story: Story):
    story.brought(story.joined(ANNA), BEN)
    code = story.world.books.codes.find(story.earned()[0].code)
    assert (code.offer, code.lead_id) == (THANKS, story.world.lead_id(ANNA))


def test_without_an_offer_of_its_own_it_is_worth_the_campaign_s(story: Story):
    story.deal(ReferralOffer())
    story.brought(story.joined(ANNA), BEN)
    assert story.world.books.codes.find(story.earned()[0].code).offer == BUFFET.offer


def test_the_code_can_be_spent_beside_the_lead_s_own(story: Story):
    story.brought(story.joined(ANNA), BEN)
    for number, code in enumerate(story.world.lead(ANNA).codes):
        assert story.world.codes.redeem(code, order(f"order-{number}")).new


def test_the_same_event_again_earns_nothing_more(story: Story):
    assert story.brought(story.joined(ANNA), BEN) == "rewarded"
    for _ in range(3):
        assert story.world.reward(story.confirmed(BEN)) == "seen"
    assert len(story.earned()) == 1


def test_who_came_by_no_link_earns_nobody_anything(story: Story):
    story.joined(BEN)
    assert story.world.reward(story.confirmed(BEN)) == "not_referred"


def test_nobody_earns_by_their_own_link(story: Story):
    own = story.slug_of(ANNA)
    story.joined(ANNA, own)
    assert story.world.reward(story.confirmed(ANNA)) == "self"
    assert story.earned(ANNA) == []


def forget(story: Story, phone: str) -> None:
    """As an erasure leaves them: known by their id alone."""
    story.world.books.upkeep.mark_lead(story.world.lead_id(phone), "erased")


def test_nobody_earns_by_who_brought_them(story: Story):
    anna = story.joined(ANNA)
    story.brought(anna, BEN)
    forget(story, ANNA)
    assert story.brought(story.slug_of(BEN), ANNA) == "loop"
    assert story.earned(BEN) == []


def test_nobody_earns_by_whoever_stands_above_them_however_far(story: Story):
    story.brought(story.joined(ANNA), BEN)
    story.brought(story.slug_of(BEN), CARA)
    forget(story, ANNA)
    assert story.brought(story.slug_of(CARA), ANNA) == "loop"
    assert story.friend(ANNA).referrer is None


def test_who_was_forgotten_and_comes_back_does_not_pay_twice(story: Story):
    slug = story.joined(ANNA)
    story.brought(slug, BEN)
    forget(story, BEN)
    assert story.brought(slug, BEN) == "seen"
    assert len(story.earned()) == 1


@pytest.mark.parametrize("referral", ["R23456789ABC", "RZZZZZZZZZZZ"])
def test_a_link_that_nobody_has_earns_nobody_anything(story: Story, referral: str):
    assert story.brought(referral, BEN) == "unknown_link"


def test_a_link_of_another_campaign_earns_nothing_here(story: Story):
    story.world.books.upkeep.put_campaign(replace(SPA, referral=ReferralOffer()))
    url = story.world.confirmed(ANNA, SPA_LANDING.asset_id).referral_url
    assert isinstance(url, str)
    assert story.brought(url.rpartition("/")[2], BEN) == "foreign_link"


@pytest.mark.parametrize("status", ["opted_out", "erased"])
def test_who_has_left_earns_nothing_more(story: Story, status: str):
    slug = story.joined(ANNA)
    story.world.books.upkeep.mark_lead(story.world.lead_id(ANNA), status)
    assert story.brought(slug, BEN) == "referrer_gone"
    assert story.friend(BEN).referrer == story.world.lead_id(ANNA)


def test_a_lead_may_earn_so_often_and_no_more(story: Story):
    story.deal(ReferralOffer(most=3))
    slug = story.joined(ANNA)
    assert [story.brought(slug) for _ in range(5)] == [*["rewarded"] * 3, "cap_reached", "cap_reached"]
    assert len(story.earned()) == 3


@pytest.mark.parametrize("deal", [None, ReferralOffer(most=0)])
def test_an_offer_that_was_switched_off_meanwhile_pays_no_more(story: Story, deal: ReferralOffer | None):
    story.joined(BEN, story.joined(ANNA))
    story.deal(deal)
    assert story.world.reward(story.confirmed(BEN)) == "switched_off"


def test_after_the_campaign_nothing_is_earned(story: Story):
    slug = story.joined(ANNA)
    story.joined(BEN, slug)
    over = story.world.clock() - timedelta(minutes=1)
    story.deal(ReferralOffer(), ends_at=over)
    assert story.world.reward(story.confirmed(BEN)) == "campaign_not_running"


def test_what_was_earned_while_it_ran_is_paid_however_late_the_event_comes(story: Story):
    story.joined(BEN, story.joined(ANNA))
    story.world.clock.forward(minutes=1)
    story.deal(ReferralOffer(), ends_at=story.world.clock())
    story.world.clock.forward(days=2)
    assert story.world.reward(story.confirmed(BEN)) == "rewarded"


def test_every_refusal_is_counted_once(story: Story):
    story.brought("R23456789ABC", BEN)
    story.world.reward(story.confirmed(BEN))
    assert story.world.books.upkeep.refusals(BUFFET.campaign_id, "unknown_link") == 1


def test_a_refusal_stands(story: Story):
    story.deal(ReferralOffer(most=1))
    slug = story.joined(ANNA)
    story.brought(slug)
    story.brought(slug, BEN)
    story.deal(ReferralOffer(most=9))
    assert story.world.reward(story.confirmed(BEN)) == "seen"
    assert story.friend(BEN).reason == "cap_reached"


class TestAfterRedemption:
    @pytest.fixture
    def story(self) -> Story:
        made = Story()
        made.deal(ReferralOffer(after="redemption"))
        return made

    def test_a_friend_earns_the_lead_a_code_by_spending_their_own(self, story: Story):
        assert story.brought(story.joined(ANNA), BEN) == "waiting"
        assert story.earned() == []
        assert story.world.reward(story.redeemed(BEN)) == "rewarded"
        assert [told.by for told in story.earned()] == ["redemption"]

    def test_whichever_event_comes_first_the_friend_earns_once(self, story: Story):
        story.joined(BEN, story.joined(ANNA))
        spent = story.redeemed(BEN)
        assert story.world.reward(spent) == "rewarded"
        assert story.world.reward(story.confirmed(BEN)) == "seen"
        assert story.world.reward(spent) == "seen"
        assert len(story.earned()) == 1

    def test_a_redemption_that_is_rolled_back_has_earned_and_the_next_earns_no_more(self, story: Story):
        story.brought(story.joined(ANNA), BEN)
        first = story.redeemed(BEN)
        story.world.codes.roll_back(_redemption(first), RollbackRequest(reason="returned"))
        assert story.world.reward(first) == "rewarded"
        story.world.codes.redeem(story.world.lead(BEN).codes[0], order("another"))
        assert story.world.reward(story.last_redemption(BEN)) == "seen"
        assert len(story.earned()) == 1

    def test_what_a_friend_was_brought_under_holds_though_the_offer_changes(self, story: Story):
        story.brought(story.joined(ANNA), BEN)
        story.deal(ReferralOffer(after="confirmation"))
        assert story.world.reward(story.redeemed(BEN)) == "rewarded"

    def test_who_left_before_the_friend_spends_their_code_earns_nothing(self, story: Story):
        story.brought(story.joined(ANNA), BEN)
        story.world.books.upkeep.mark_lead(story.world.lead_id(ANNA), "opted_out")
        assert story.world.reward(story.redeemed(BEN)) == "referrer_gone"

    def test_a_reward_s_own_code_tells_of_nobody_when_it_is_spent(self, story: Story):
        story.brought(story.joined(ANNA), BEN)
        story.world.reward(story.redeemed(BEN))
        story.world.codes.redeem(story.earned()[0].code, order("thanks"))
        assert story.world.reward(story.last_redemption(ANNA)) == "not_referred"


def _redemption(event) -> str:
    return str(event.data.redemption_id)


def test_a_chain_without_an_end_is_given_up(story: Story, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(chain, "LONGEST", 3)
    slug = story.joined(ANNA)
    for phone in (f"+4860300000{n}" for n in range(4)):
        outcome = story.brought(slug, phone)
        slug = story.slug_of(phone)
    assert outcome == "chain_too_long"


def test_who_meets_others_looks_again_and_gives_up_in_the_end(story: Story, monkeypatch: pytest.MonkeyPatch):
    story.joined(BEN, story.joined(ANNA))
    book = story.world.books.referrals
    kind, tries = type(book), []

    def moved(self: object, *given: object) -> None:
        tries.append(given)
        raise ReferralMoved

    monkeypatch.setattr(kind, "reward", moved)
    with pytest.raises(Unavailable):
        story.world.reward(story.confirmed(BEN))
    assert len(tries) > 10
    monkeypatch.undo()
    assert story.world.reward(story.confirmed(BEN)) == "rewarded"


def test_the_friend_s_own_code_is_told_as_ever(story: Story):
    story.joined(BEN, story.joined(ANNA))
    told = [event.type for event in story.world.timeline(BEN)]
    assert told.count("code.issued.v1") == 1
    story.world.reward(story.confirmed(BEN))
    assert [e.type for e in story.world.timeline(ANNA)].count("code.issued.v1") == 1
    assert isinstance(story.confirmed(BEN).data, LeadConfirmed)
