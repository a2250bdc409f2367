"""A text that hands a lead their own link, to bring friends with."""

from dataclasses import dataclass, field, replace

import pytest

from tests.fakes.samples import ANNA, BEN, BUFFET, SITE
from tests.fakes.world import World
from twofold.assets.links import AssetLink
from twofold.campaigns.model import Campaign
from twofold.campaigns.offer import ReferralOffer
from twofold.contracts.errors import NotFound
from twofold.leads import referral_link
from twofold.leads.referral_link import OwnLink, ReferralLinks
from twofold.messages.model import CODE
from twofold.messages.texts.check import check_templates
from twofold.messages.texts.defaults import ANSWERS
from twofold.messages.texts.fields import FRIENDS, known_fields
from twofold.messages.texts.findings import errors
from twofold.messages.texts.samples import typical, worst_case

THANKS = "For friends: {friends} STOP to stop"


def saying(text: str, **changes: object) -> Campaign:
    named = {**BUFFET.templates["en"], "thanks": text}
    english = {"texts": {"en": BUFFET.texts["en"]}, "templates": {"en": named}}
    return replace(BUFFET, **{"referral": ReferralOffer(), **english, **changes})  # type: ignore[arg-type]


@pytest.fixture
def world() -> World:
    made = World()
    made.books.upkeep.put_campaign(saying(THANKS))
    return made


def texted(world: World, phone: str = ANNA) -> str:
    assert world.go(world.plan(phone, template="thanks")) == "accepted"
    return world.gateway.texts[-1]


def test_it_is_the_very_link_that_they_were_told_as_they_confirmed(world: World):
    url = world.confirmed().referral_url
    assert texted(world) == f"For friends: {url} STOP to stop"
    slug = str(url).removeprefix(f"{SITE}/")
    assert world.books.asset_links.find(slug).referrer == world.lead_id()


def test_each_lead_gets_their_own(world: World):
    urls = [world.confirmed(phone).referral_url for phone in (ANNA, BEN)]
    assert len(set(urls)) == 2
    assert [f"For friends: {url} STOP to stop" for url in urls] == [texted(world, p) for p in (ANNA, BEN)]


def test_of_two_whose_slugs_met_each_gets_their_own(world: World, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(referral_link, "_slug", lambda key, cause: f"R{cause[-1]:2>11}".replace("0", "2"))
    urls = [world.confirmed(phone).referral_url for phone in (ANNA, BEN)]
    assert [f"For friends: {url} STOP to stop" for url in urls] == [texted(world, p) for p in (ANNA, BEN)]


class TestWhoHasNone:
    def test_a_text_with_other_words_says_those(self, world: World):
        world.books.upkeep.put_campaign(saying("{friends|Ask us!} STOP", referral=None))
        world.confirmed()
        assert texted(world) == "Ask us! STOP"

    def test_one_without_is_not_sent_with_a_gap(self, world: World):
        world.books.upkeep.put_campaign(saying(THANKS, referral=None))
        world.confirmed()
        message = world.plan(template="thanks")
        assert world.go(message) == "field_missing"
        assert "{friends}" in str(world.message(message).why)

    def test_one_who_joined_before_there_was_an_offer_is_told_no_link_that_leads_nowhere(self, world: World):
        world.books.upkeep.put_campaign(saying(THANKS, referral=None))
        world.confirmed()
        world.books.upkeep.put_campaign(saying("{friends|Ask us!} STOP"))
        assert texted(world) == "Ask us! STOP"

    def test_once_the_offer_for_friends_is_over_nobody_is_sent_to_bring_some(self, world: World):
        world.confirmed()
        world.books.upkeep.put_campaign(saying("{friends|Ask us!} STOP", referral=None))
        assert texted(world) == "Ask us! STOP"


@dataclass
class Counting:
    """Links of which each is the lead's of that number, asked for so often."""

    owners: tuple[str | None, ...]
    asked: list[str] = field(default_factory=list)

    def find(self, slug: str) -> AssetLink:
        self.asked.append(slug)
        owner = self.owners[len(self.asked) - 1]
        if owner is None:
            raise NotFound("There is nothing at this address.")
        return AssetLink(slug=slug, asset_id="a", referrer=owner)


class TestHowOftenItIsLookedFor:
    def looked(
        self, *owners: str | None, referral: ReferralOffer | None = ReferralOffer()
    ) -> tuple[str, int]:
        links = Counting(owners)
        own = OwnLink(work_out=ReferralLinks(b"k" * 32), links=links, site=SITE)
        return own("me", replace(BUFFET, referral=referral)), len(links.asked)

    def test_once_where_it_is_there(self):
        assert self.looked("me")[1] == 1

    def test_once_where_it_is_not(self):
        assert self.looked(None) == ("", 1)

    def test_once_more_for_each_that_another_had_before(self):
        assert self.looked("you", "me")[1] == 2
        assert self.looked("you", None) == ("", 2)

    def test_never_where_the_campaign_rewards_nobody(self):
        assert self.looked(referral=None) == ("", 0)

    def test_not_for_ever(self):
        assert self.looked(*["you"] * 99)[0] == ""

    def test_not_for_a_text_without_it(self, world: World):
        world.confirmed()
        links = Counting(())
        own = OwnLink(work_out=ReferralLinks(b"k" * 32), links=links, site=SITE)
        write = replace(world.texts.write, own_link=own)
        world.texts.send_planned = replace(world.texts.send_planned, write=write)
        assert world.go(world.plan()) == "accepted"
        assert links.asked == []


class TestBeforeAnybodyGetsIt:
    @pytest.mark.parametrize("template", [CODE, "verification", *sorted(ANSWERS)])
    def test_what_was_asked_for_does_not_have_it(self, template: str):
        assert FRIENDS not in known_fields(template)

    def test_a_preview_shows_one_as_long_as_it_is(self, world: World):
        shown = worst_case(saying(THANKS), "thanks", "en", SITE)[FRIENDS]
        assert len(shown) == len(str(world.confirmed().referral_url))

    def test_a_campaign_that_rewards_nobody_cannot_save_it_without_other_words(self):
        found = errors(check_templates(saying(THANKS, referral=None)))
        assert ("templates.en.thanks", "field_never_filled") in [(each.field, each.code) for each in found]
        assert not errors(check_templates(saying("{friends|Ask us!} STOP", referral=None)))
        assert not errors(check_templates(saying(THANKS)))

    def test_who_tries_it_is_shown_a_link_of_nobody_at_a_site_that_there_is_not(self, world: World):
        assert world.go(world.message(world.texts.try_template("buffet-20", "thanks", ANNA))) == "accepted"
        assert world.gateway.texts == ["For friends: https://your-shop.example/RWWWWWWWWWWW STOP to stop"]

    def test_without_an_offer_there_is_no_sample(self):
        assert typical(saying(THANKS, referral=None), "thanks", "en")[FRIENDS] == ""
