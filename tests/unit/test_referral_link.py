"""A lead's own link: the same whenever they confirm, and nobody else's."""

from dataclasses import replace

import pytest
from msgspec import UNSET

from tests.fakes.outcomes import code_of
from tests.fakes.samples import ANNA, BEN, BUFFET, LANDING, PASSER_BY, SITE, WIDGET, order, signup
from tests.fakes.world import World
from twofold.assets.links import read_slug
from twofold.campaigns.offer import ReferralOffer
from twofold.contracts.events import CodeRedeemed, EventData, LeadConfirmed
from twofold.leads import referral_link
from twofold.leads.referral_link import ReferralLinks, read_referral
from twofold.ledger.record import Origin


@pytest.fixture
def world() -> World:
    """With a campaign that pays for friends."""
    made = World()
    offer(made, ReferralOffer())
    return made


def offer(world: World, referral: ReferralOffer | None) -> None:
    world.books.upkeep.put_campaign(replace(BUFFET, referral=referral))


def data_of(world: World, phone: str, kind: type[EventData]) -> EventData:
    return next(event.data for event in world.timeline(phone) if isinstance(event.data, kind))


def slug_in(url: object) -> str:
    assert isinstance(url, str)
    return url.removeprefix(f"{SITE}/")


def joined_by(world: World, referral: str | None, phone: str = BEN) -> str:
    """A friend's whole way; answers their code."""
    asked = world.signups.sign_up(signup(phone, referral=referral), PASSER_BY)
    return code_of(world.guess(asked.challenge_id))


def test_who_confirms_is_told_a_link_that_leads_where_they_signed_up(world: World):
    slug = slug_in(world.confirmed().referral_url)
    link = world.books.asset_links.find(slug)
    assert (link.asset_id, link.referrer) == (LANDING.asset_id, world.lead_id())
    assert read_slug(slug.lower()) == slug


def test_without_an_offer_for_friends_there_is_no_link(world: World):
    offer(world, None)
    assert world.confirmed().referral_url is UNSET


def test_who_comes_back_is_told_the_same_link_and_it_leads_where_it_did(world: World):
    first = world.confirmed()
    again = world.confirmed(asset_id=WIDGET.asset_id)
    assert again.referral_url == first.referral_url
    assert world.books.asset_links.find(slug_in(first.referral_url)).asset_id == LANDING.asset_id


def test_an_old_lead_gets_a_link_once_there_is_an_offer(world: World):
    offer(world, None)
    world.confirmed()
    offer(world, ReferralOffer())
    again = world.confirmed()
    assert again.lead.returning
    assert world.books.asset_links.find(slug_in(again.referral_url)).referrer == world.lead_id()


def test_two_leads_and_two_campaigns_have_links_of_their_own():
    links = ReferralLinks(b"k" * 32)
    here, there = Origin(campaign_id="a", asset_id="x"), Origin(campaign_id="b", asset_id="x")
    made = [links(lead, where) for lead in ("one", "two") for where in (here, there)]
    assert len({link and link.slug for link in made}) == 4
    assert links("one", here) == made[0]
    assert ReferralLinks(b"l" * 32)("one", here) != made[0]


def test_where_there_is_no_asset_there_is_no_link():
    assert ReferralLinks(b"k" * 32)("one", Origin(campaign_id="a")) is None


def test_a_link_that_another_lead_has_gives_way_to_the_next(world: World, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(referral_link, "_slug", lambda key, cause: f"R{cause[-1]:2>11}".replace("0", "2"))
    first, second = world.confirmed(ANNA), world.confirmed(BEN)
    assert first.referral_url != second.referral_url
    assert world.books.asset_links.find(slug_in(first.referral_url)).referrer == world.lead_id(ANNA)
    assert world.books.asset_links.find(slug_in(second.referral_url)).referrer == world.lead_id(BEN)
    assert world.confirmed(BEN).referral_url == second.referral_url


def test_who_came_by_a_link_is_told_of_with_it(world: World):
    slug = slug_in(world.confirmed(ANNA).referral_url)
    joined_by(world, slug.lower())
    told = data_of(world, BEN, LeadConfirmed)
    assert isinstance(told, LeadConfirmed)
    assert told.referral == slug


@pytest.mark.parametrize(
    "typed", ["", "R", "4F7K2M", "+48601234567", "R2345678901I", "R23456789ABCD", "🎁" * 12]
)
def test_what_is_no_lead_s_link_is_not_told_of(typed: str):
    assert read_referral(typed) is None


def test_without_an_offer_nobody_hears_who_brought_whom(world: World):
    offer(world, None)
    joined_by(world, "R23456789ABC")
    told = data_of(world, BEN, LeadConfirmed)
    assert isinstance(told, LeadConfirmed)
    assert told.referral is None


@pytest.mark.parametrize(("after", "told"), [("redemption", "R23456789ABC"), ("confirmation", None)])
def test_a_friend_s_code_says_whom_to_tell_only_where_spending_it_earns_something(
    world: World, after: str, told: str | None
):
    offer(world, ReferralOffer(after=after))  # type: ignore[arg-type]
    code = joined_by(world, "R23456789ABC")
    world.codes.redeem(code, order())
    redeemed = data_of(world, BEN, CodeRedeemed)
    assert isinstance(redeemed, CodeRedeemed)
    assert redeemed.referral == told


def test_of_a_lead_we_knew_nobody_hears_again(world: World):
    world.confirmed(BEN)
    joined_by(world, "R23456789ABC")
    kinds = [event.type for event in world.timeline(BEN)]
    assert kinds.count("lead.confirmed.v1") == 1
    assert world.books.codes.find(world.lead(BEN).codes[0]).referral is None
