"""Rewards where codes are few: nothing of what a friend earned gets lost unseen."""

from dataclasses import replace

import pytest

from tests.fakes.samples import ANNA, BEN, BUFFET
from tests.unit.referrals.friends import THANKS, Story, fresh_number
from twofold.campaigns.model import CodeLimits, CodePool
from twofold.campaigns.offer import ReferralOffer
from twofold.contracts.errors import Unavailable
from twofold.pools.model import Coupon

POOL = CodePool(low_at=0)
OWN = ReferralOffer()
"""A friend earns the campaign's own offer."""


@pytest.fixture
def story() -> Story:
    return Story()


def deliver(story: Story, *texts: str) -> None:
    story.world.books.pools.put([Coupon.delivered("buffet-20", text) for text in texts])


def test_the_campaign_s_own_offer_is_earned_as_a_coupon_of_its_pool(story: Story):
    slug = story.joined()
    story.deal(OWN, pool=POOL)
    deliver(story, "First-1", "Second-2")
    assert story.brought(slug, BEN) == "rewarded"
    (earned,) = story.earned()
    (friends,) = story.world.lead(BEN).codes
    assert {earned.code, friends} == {"FIRST1", "SECOND2"}
    assert story.world.books.codes.find(earned.code).written in ("First-1", "Second-2")


def test_another_offer_is_never_a_coupon_of_the_pool(story: Story):
    slug = story.joined()
    story.deal(ReferralOffer(offer=THANKS), pool=POOL)
    deliver(story, "First-1", "Second-2")
    assert story.brought(slug, BEN) == "rewarded"
    (earned,) = story.earned()
    assert earned.code.startswith("BUF")
    assert story.world.books.pools.count_up_to("buffet-20", 10) == 1


def test_a_reward_waits_for_the_next_delivery_where_the_pool_is_dry(story: Story):
    slug = story.joined()
    story.deal(OWN, pool=POOL)
    with pytest.raises(Unavailable):
        story.brought(slug, BEN)
    assert not story.earned()
    deliver(story, "First-1")
    assert story.world.reward(story.confirmed(BEN)) == "rewarded"
    assert [earned.code for earned in story.earned()] == ["FIRST1"]


def test_a_dry_pool_that_is_made_up_for_rewards_with_codes_of_our_own(story: Story):
    slug = story.joined()
    story.deal(OWN, pool=replace(POOL, when_dry="generate"))
    assert story.brought(slug) == "rewarded"
    assert story.earned()[0].code.startswith("BUF")


def test_rewards_count_for_the_campaign_s_limit_and_end_with_it(story: Story):
    slug = story.joined()
    story.deal(ReferralOffer(offer=THANKS), limits=CodeLimits(codes=3))
    assert story.brought(slug) == "rewarded"
    number = fresh_number()
    story.joined(number, slug)
    assert story.world.reward(story.confirmed(number)) == "codes_used_up"
    assert story.friend(number).reason == "codes_used_up"
    assert story.world.books.upkeep.refusals(BUFFET.campaign_id, "codes_used_up") == 1
    assert len(story.world.lead(ANNA).codes) == 2
