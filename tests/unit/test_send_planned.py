"""What was planned is sent once, if at the moment of sending nothing stands against it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.people import holding
from tests.fakes.samples import ANNA, BUFFET, SITE, order
from tests.fakes.world import World
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.events import MessageBlocked, MessageSent
from twofold.contracts.settings import SendingSettings
from twofold.messages.model import MARKETING, REQUESTED, STAFF, Message
from twofold.messages.ports import RecipientOptedOut, SendingPaused, SmsRejected
from twofold.messages.sending.plan import planned


def ended(world: World, message: Message) -> tuple[str, str | None]:
    found = world.message(message)
    return found.state, found.rule


def cents(world: World) -> int:
    """What all budgets together have spent."""
    limits: dict[str, int] = world.books.counter.memory.limits  # type: ignore[attr-defined]
    return sum(taken for row, taken in limits.items() if row.startswith("budget#")) // 10_000


def test_a_reminder_reaches_its_lead_with_their_code_and_name(world: World):
    code = world.code()
    message = world.plan()
    assert world.go(message) == "accepted"
    (sms,) = world.gateway.sent
    assert sms.to.e164 == ANNA
    assert sms.text.startswith(f"{BUFFET.brand}: Hi there, your code {code} is good till 2026-12-22: {SITE}/")
    assert ended(world, message) == ("accepted", "allowed")
    assert world.message(message).provider_id == "provider-1"


def test_a_plan_is_one_text_however_often_it_is_made_and_brought(world: World):
    world.code()
    message = world.plan()
    assert not world.texts.plan(message)
    assert [world.go(message) for _ in range(3)] == ["accepted", "seen", "seen"]
    assert world.gateway.calls == 1
    assert sum(isinstance(event.data, MessageSent) for event in world.timeline()) == 1


def test_what_nobody_planned_is_not_sent(world: World):
    world.code()
    never = replace(world.plan(), message_id="msg_never")
    assert world.go(never) == "message_gone"


class TestMarketing:
    @pytest.mark.parametrize(("status", "rule"), [("opted_out", "opted_out"), ("erased", "not_confirmed")])
    def test_who_left_in_the_meantime_gets_none(self, world: World, status: str, rule: str):
        world.code()
        message = world.plan()
        world.books.upkeep.mark_lead(world.lead_id(), status)
        assert world.go(message) == rule
        assert ended(world, message) == ("blocked", rule)
        assert world.gateway.calls == 0

    def test_nobody_whom_we_do_not_know_gets_any(self, world: World):
        assert world.go(world.plan()) == "not_confirmed"

    def test_who_agreed_to_other_texts_gets_those_alone(self, world: World):
        world.code()
        assert world.go(world.plan(scope="birthdays")) == "no_consent"
        assert world.go(world.plan(scope="cart_reminders")) == "accepted"

    @pytest.mark.parametrize("hold", ["review", "resting", "verify_again"])
    def test_who_is_held_back_gets_none_until_they_are_let_go(self, world: World, hold: str):
        world.code()
        until = world.clock() + timedelta(days=1)
        world.books.leads.change(holding(world.lead(), hold, until=until))
        assert world.go(world.plan()) == f"held_{hold}"
        world.clock.at = until
        assert world.go(world.plan()) == "accepted"

    @pytest.mark.parametrize("fate", ["redeemed", "revoked", "gone"])
    def test_a_code_that_is_no_good_any_more_is_not_spoken_of(self, world: World, fate: str):
        code = world.code()
        message = world.plan()
        if fate == "redeemed":
            world.codes.redeem(code, order())
        if fate == "revoked":
            world.books.upkeep.revoke(code)
        if fate == "gone":
            message = world.plan(fields={"code": "BUFNEVER"})
        assert world.go(message) == "code_not_valid"

    def test_a_campaign_that_does_not_run_sends_none(self, world: World):
        world.code()
        world.books.upkeep.put_campaign(replace(BUFFET, paused=True))
        assert world.go(world.plan()) == "campaign_not_running"

    def test_the_holdout_gets_none_and_is_the_same_each_time(self):
        world = World(sending=SendingSettings(holdout_percent=100))
        world.code()
        message = world.plan(audience="unused_codes")
        assert world.go(message) == "holdout"
        assert "unused_codes" in str(world.message(message).why)
        assert world.go(world.plan()) == "accepted"

    def test_one_a_day_and_four_in_thirty_days(self, world: World):
        world.code()
        told = []
        for _ in range(5):
            told += [world.go(world.plan()), world.go(world.plan())]
            world.clock.forward(days=1)
        assert told == ["accepted", "cap_day"] * 4 + ["cap_month"] * 2
        world.clock.forward(days=26)
        assert world.go(world.plan(template="help", fields={})) == "accepted"

    def test_what_blocks_is_told_in_a_sentence(self, world: World):
        message = world.plan()
        world.go(message)
        (blocked,) = (e.data for e in world.timeline() if isinstance(e.data, MessageBlocked))
        assert (blocked.rule, blocked.why) == ("not_confirmed", "There is no such lead.")


class TestWhatWasAskedFor:
    @pytest.mark.parametrize("kind", [REQUESTED, STAFF])
    def test_it_answers_to_no_rule_of_marketing(self, world: World, kind: str):
        world.code()
        world.books.upkeep.mark_lead(world.lead_id(), "opted_out")
        world.clock.forward(hours=12)
        for _ in range(2):
            message = world.plan(message_class=kind, template="help", to=world.lead().phone)
            assert world.go(message) == "accepted"

    def test_it_goes_within_its_time_or_not_at_all(self, world: World):
        over = world.clock() + timedelta(minutes=5)
        phone = world.confirmed() and world.lead().phone
        message = world.plan(message_class=REQUESTED, template="help", to=phone, expires_at=over)
        world.clock.at = over
        assert world.go(message) == "expired"

    def test_it_is_handed_back_while_sending_is_paused(self, world: World):
        world.code()
        message = world.plan(message_class=REQUESTED, template="help", to=world.lead().phone)
        world.books.upkeep.pause(paused=True)
        with pytest.raises(SendingPaused):
            world.go(message)
        assert world.message(message).state == "planned"

    def test_without_a_number_there_is_nowhere_to_send_it(self, world: World):
        assert world.go(world.plan(message_class=REQUESTED, template="help")) == "no_number"


class TestABadMoment:
    def test_after_a_crash_nobody_can_tell_and_nothing_is_sent_again(self, world: World):
        world.code()
        message = world.plan()
        world.gateway.faults = [MemoryError()]
        with pytest.raises(MemoryError):
            world.go(message)
        assert world.go(message) == "seen"
        assert ended(world, message) == ("unknown", "interrupted")
        assert world.gateway.calls == 1

    def test_without_an_answer_it_is_not_sent_again(self, world: World):
        world.code()
        message = world.plan()
        world.gateway.faults = [OutcomeUnknown("no answer")]
        assert [world.go(message), world.go(message)] == ["unknown", "seen"]
        assert world.gateway.calls == 1

    def test_what_surely_did_not_leave_costs_nothing_and_goes_when_it_is_brought_again(self, world: World):
        world.code()
        message = world.plan()
        world.gateway.faults = [Unavailable("throttled")]
        with pytest.raises(Unavailable):
            world.go(message)
        assert (world.message(message).state, cents(world)) == ("planned", 0)
        assert world.go(message) == "accepted"
        assert cents(world) == 5
        assert len(world.books.messages.send_log(world.lead_id(), "marketing").sent) == 1

    def test_what_is_refused_for_good_costs_nothing(self, world: World):
        world.code()
        message = world.plan()
        world.gateway.faults = [SmsRejected("no", code="30007")]
        assert world.go(message) == "failed"
        assert (ended(world, message), cents(world)) == (("failed", "30007"), 0)

    def test_who_stands_on_the_provider_s_list_has_left(self, world: World):
        world.code()
        world.gateway.faults = [RecipientOptedOut("no")]
        assert world.go(world.plan()) == "failed"
        assert (world.lead().status, world.lead().scopes) == ("opted_out", ())
        assert world.go(world.plan()) == "opted_out"

    def test_the_event_tells_nothing_that_is_not_read_anew(self, world: World):
        world.code()
        assert set(planned(world.plan()).data.__struct_fields__) == {
            "message_id",
            "message_class",
            "template",
        }


class TestPlaceUnderTheCap:
    @pytest.fixture
    def world(self) -> World:
        world = World(sending=SendingSettings(campaign=BUFFET.campaign_id, cap_day=1))
        world.code()
        return world

    def test_a_text_that_did_not_leave_and_is_blocked_later_takes_none(self, world: World):
        first, second = world.plan(expires_at=world.clock() + timedelta(hours=1)), world.plan()
        world.gateway.faults = [Unavailable("throttled")]
        with pytest.raises(Unavailable):
            world.go(first)
        world.clock.forward(hours=2)
        assert [world.go(first), world.go(second)] == ["expired", "accepted"]

    def test_nor_does_one_that_was_refused(self, world: World):
        world.gateway.faults = [SmsRejected("A forbidden word.")]
        assert [world.go(world.plan()) for _ in range(3)] == ["failed", "accepted", "cap_day"]

    def test_one_that_is_tried_again_takes_one_place(self, world: World):
        message = world.plan()
        world.gateway.faults = [Unavailable("throttled")]
        with pytest.raises(Unavailable):
            world.go(message)
        assert world.go(message) == "accepted"
        assert world.books.messages.send_log(world.lead_id(), MARKETING).sent == (world.clock(),)
