"""The texts of automations: sent as any other, as long as the automation still wants them."""

from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from tests.fakes.samples import ANNA, BUFFET, SITE, order
from tests.fakes.wants import Wants
from tests.fakes.world import World
from twofold.contracts.events import CodeIssued, MessageBlocked
from twofold.contracts.settings import SendingSettings
from twofold.messages.model import MARKETING, REQUESTED, Message
from twofold.messages.sending.decide import draw

RUN = "buffet-20#unused-code#BUF|1"
AUDIENCE = "buffet-20/unused-code"


@pytest.fixture
def wants() -> Wants:
    return Wants()


@pytest.fixture
def world(wants: Wants) -> World:
    made = World(wanted=wants)
    made.code()
    return made


def step(world: World, **fields: object) -> Message:
    """A reminder that is a step of an automation; nobody is held out, unless told otherwise."""
    ends = world.clock() + timedelta(days=3)
    given = {"enrolment": RUN, "audience": AUDIENCE, "holdout": 0, "expires_at": ends, **fields}
    return world.plan(ANNA, **given)


def why(world: World, message: Message) -> str | None:
    return world.message(message).why


class TestWhetherItIsStillWanted:
    def test_one_that_is_wanted_goes(self, world: World, wants: Wants):
        message = step(world)
        assert world.go(message) == "accepted"
        assert wants.asked == [message.message_id]

    @pytest.mark.parametrize(
        ("reason", "words"),
        [
            ("redeemed", "they have redeemed their code"),
            ("ordered", "they have ordered"),
            ("opted_out", "they have opted out"),
            ("code_over", "the code that it is about is not good any more"),
            ("campaign_over", "the campaign is over"),
            ("clicked", "they have followed a link"),
            ("replied", "they have answered"),
            ("switched_off", "it has been switched off"),
            ("gone", "they are not on their way through it any more"),
            ("some_new_reason", "some new reason"),
        ],
    )
    def test_one_that_is_not_is_blocked_and_says_why(
        self, world: World, wants: Wants, reason: str, words: str
    ):
        message = step(world)
        wants.over[RUN] = reason
        assert world.go(message) == "automation_over"
        assert why(world, message) == f"The automation is over for this lead: {words}."
        assert world.gateway.calls == 0
        (told,) = (e.data for e in world.timeline() if isinstance(e.data, MessageBlocked))
        assert (told.rule, told.why) == ("automation_over", why(world, message))

    def test_that_goes_before_every_other_rule(self, world: World, wants: Wants):
        wants.over[RUN] = "ordered"
        world.books.upkeep.put_campaign(replace(BUFFET, paused=True))
        assert world.go(step(world, expires_at=world.clock())) == "automation_over"

    def test_it_holds_for_what_was_asked_for_too(self, world: World, wants: Wants):
        wants.over[RUN] = "opted_out"
        message = step(world, message_class=REQUESTED, template="help", to=world.lead().phone)
        assert world.go(message) == "automation_over"

    def test_a_text_that_is_no_step_is_not_asked_about(self, world: World, wants: Wants):
        assert world.go(world.plan()) == "accepted"
        assert wants.asked == []

    def test_what_has_waited_for_the_morning_is_asked_about_anew(self, world: World, wants: Wants):
        world.clock.forward(hours=9)
        message = step(world)
        assert world.go(message) == "deferred"
        wants.over[RUN] = "ordered"
        assert world.wake(world.clock() + timedelta(hours=12)) == ["automation_over"]
        assert len(wants.asked) == 2


class TestHoldout:
    def test_the_automation_s_own_share_counts_and_not_the_deployment_s(self, wants: Wants):
        world = World(wanted=wants, sending=SendingSettings(campaign=BUFFET.campaign_id, holdout_percent=0))
        world.code()
        message = step(world, holdout=100)
        assert world.go(message) == "holdout"
        assert why(world, message) == (
            f"The lead is among the 100 % of {AUDIENCE} who get nothing, to compare with."
        )

    def test_none_is_held_out_of_one_without(self, wants: Wants):
        world = World(wanted=wants, sending=SendingSettings(campaign=BUFFET.campaign_id, holdout_percent=100))
        world.code()
        assert world.go(step(world, holdout=0)) == "accepted"

    def test_where_it_has_none_of_its_own_the_deployment_s_counts(self, wants: Wants):
        world = World(wanted=wants, sending=SendingSettings(campaign=BUFFET.campaign_id, holdout_percent=100))
        world.code()
        assert world.go(step(world, holdout=None)) == "holdout"

    @pytest.mark.parametrize(("more", "ended"), [(1, "holdout"), (0, "accepted")])
    def test_a_lead_is_held_out_by_where_they_stand_in_the_audience(
        self, world: World, more: int, ended: str
    ):
        place = int(draw(AUDIENCE, world.lead_id()))
        assert world.go(step(world, holdout=place + more)) == ended


class TestRoomUnderTheCap:
    def test_it_waits_for_a_place_and_goes_then(self, world: World):
        assert world.go(world.plan()) == "accepted"
        message = step(world)
        assert world.go(message) == "deferred"
        found = world.message(message)
        assert (found.rule, found.due_at) == ("cap_day", world.clock() + timedelta(days=1))
        assert world.wake(world.clock() + timedelta(days=1)) == ["accepted"]

    def test_it_does_not_wait_beyond_its_end(self, world: World):
        assert world.go(world.plan()) == "accepted"
        message = step(world, expires_at=world.clock() + timedelta(days=1))
        assert world.go(message) == "expired"
        assert world.scheduler.waiting == {}
        assert str(why(world, message)).startswith(
            "The lead has had as many marketing texts as they may get: 1 in 24 hours."
        )

    def test_a_second_before_its_end_is_early_enough(self, world: World):
        world.go(world.plan())
        message = step(world, expires_at=world.clock() + timedelta(days=1, seconds=1))
        assert world.go(message) == "deferred"
        assert world.wake(world.clock() + timedelta(days=1)) == ["accepted"]

    def test_of_two_that_wait_for_one_place_the_second_waits_for_the_next(self, world: World):
        world.go(world.plan())
        for _ in range(2):
            world.go(step(world))
        assert world.wake(world.clock() + timedelta(days=2)) == ["accepted", "deferred", "accepted"]


class TestWhoMayBeAsked:
    def test_a_question_of_an_automation_goes_to_a_lead(self, world: World):
        assert world.go(step(world, message_class=REQUESTED, template="help", fields={})) == "accepted"

    def test_and_to_nobody_who_has_just_left(self, world: World):
        message = step(world, message_class=REQUESTED, template="help", fields={})
        world.reply(ANNA, "STOP")
        assert world.go(message) == "opted_out"
        assert world.gateway.calls == 0

    def test_it_takes_no_place_under_the_cap(self, world: World):
        world.go(step(world, message_class=REQUESTED, template="help", fields={}))
        assert world.books.messages.send_log(world.lead_id(), MARKETING).sent == ()


class TestItsLink:
    def leads_to(self, world: World, **fields: str) -> str:
        """Where a text's link leads, without what analytics add."""
        given = {"code": world.lead().codes[0], **fields}
        assert world.go(step(world, fields=given)) == "accepted"
        link = world.gateway.texts[-1].partition(f"{SITE}/")[2].split()[0]
        return world.click(f"{SITE}/{link}").partition("utm_source")[0].rstrip("?&")

    def test_it_leads_to_the_cart_that_it_speaks_of(self, world: World):
        cart = "https://saffrongarden.example/checkouts/ab/recover?key=12"
        assert self.leads_to(world, cart_url=cart) == cart

    @pytest.mark.parametrize(
        "cart_url",
        [
            "http://saffrongarden.example/cart",
            "javascript:alert(1)",
            "//saffrongarden.example",
            "https://",
            "",
        ],
    )
    def test_to_what_is_no_safe_address_it_does_not(self, world: World, cart_url: str):
        assert self.leads_to(world, cart_url=cart_url) == f"{SITE}/c/{world.lead().codes[0]}"

    def test_without_a_cart_it_leads_to_the_code(self, world: World):
        assert self.leads_to(world) == f"{SITE}/c/{world.lead().codes[0]}"


def test_of_a_code_that_an_automation_gave_its_own_text_speaks(world: World):
    (issued,) = (event for event in world.timeline() if isinstance(event.data, CodeIssued))
    given = msgspec.structs.replace(
        issued, data=msgspec.structs.replace(issued.data, cause="automation", challenge_id="")
    )
    assert world.send(given) == "told_by_automation"
    assert world.gateway.calls == 0
    assert not world.books.messages.send_log(world.lead_id(), MARKETING).sent


def test_a_code_that_was_spent_is_spoken_of_by_no_step_either(world: World):
    message = step(world)
    world.codes.redeem(world.lead().codes[0], order())
    assert world.go(message) == "code_not_valid"
