"""Receipts: a text only ever rises, its true price is counted, and its number is judged by it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.leads import InMemoryLeadBook
from tests.fakes.people import holding
from tests.fakes.samples import ANNA, BEN, BUFFET
from tests.fakes.world import World
from twofold.campaigns.model import Budget
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.messages.model import Message
from twofold.messages.money.prices import CENT
from twofold.messages.ports import NumberRejected, SmsRejected


def unreachable(*_: object) -> None:
    raise Unavailable("no answer")


@pytest.fixture
def sent(world: World) -> Message:
    world.code()
    message = world.plan()
    assert world.go(message) == "accepted"
    return message


def kinds(world: World) -> list[str]:
    return [event.type for event in world.timeline() if event.type.startswith("message.")]


def cents(world: World, row: str = "budget#texts") -> float:
    limits: dict[str, int] = world.books.counter.memory.limits  # type: ignore[attr-defined]
    return sum(taken for name, taken in limits.items() if name.startswith(row)) / CENT


class TestStates:
    def test_what_arrived_is_told_once(self, world: World, sent: Message):
        assert [world.receipt(sent) for _ in range(2)] == ["delivered", "late"]
        assert world.message(sent).state == "delivered"
        assert kinds(world).count("message.delivered.v1") == 1

    def test_a_late_receipt_does_not_take_it_back(self, world: World, sent: Message):
        world.receipt(sent)
        assert world.receipt(sent, "failed", error="30003") == "late"
        assert world.receipt(sent, "accepted") == "late"
        assert world.message(sent).state == "delivered"

    def test_what_failed_may_have_arrived_after_all(self, world: World, sent: Message):
        assert world.receipt(sent, "failed", error="30003", fault="unreachable") == "failed"
        assert world.message(sent).rule == "30003"
        assert world.receipt(sent) == "delivered"

    def test_a_receipt_settles_what_nobody_could_tell(self, world: World):
        world.code()
        message = world.plan()
        world.gateway.faults = [OutcomeUnknown("no answer")]
        world.go(message)
        assert world.receipt(message, "accepted", provider_id="SM1") == "accepted"
        assert world.message(message).provider_id == "SM1"
        assert kinds(world).count("message.sent.v1") == 1

    def test_that_the_provider_took_it_is_no_news(self, world: World, sent: Message):
        assert world.receipt(sent, "accepted") == "late"

    def test_a_text_is_found_by_its_number_too(self, world: World, sent: Message):
        assert world.receipt(sent, message_id=None, recipient=BEN) == "not_ours"
        assert world.receipt(sent, message_id=None, recipient=ANNA, provider_id="other") == "not_ours"
        assert world.receipt(sent, message_id=None, recipient=ANNA) == "delivered"

    def test_even_when_it_had_waited_for_its_hours(self, world: World):
        world.code()
        message = world.plan(planned_at=world.clock() - timedelta(days=10))
        world.go(message)
        assert world.receipt(message, message_id=None, recipient=ANNA) == "delivered"

    def test_what_is_not_ours_is_left_alone(self, world: World, sent: Message):
        assert world.receipt(sent, message_id="msg_never") == "not_ours"
        assert world.receipt(sent, message_id=None) == "not_ours"


class TestPrice:
    def test_what_was_reserved_too_much_goes_back(self, world: World, sent: Message):
        assert cents(world) == 5
        world.receipt(sent, price=3 * CENT)
        assert (cents(world), world.message(sent).billed) == (3, 3 * CENT)

    def test_what_was_reserved_too_little_is_taken(self, world: World, sent: Message):
        world.receipt(sent, price=8 * CENT)
        assert cents(world) == 8

    def test_it_is_counted_once(self, world: World, sent: Message):
        world.receipt(sent, "failed", price=3 * CENT, error="1")
        world.receipt(sent, price=4 * CENT)
        assert cents(world) == 3

    def test_the_campaign_s_budgets_get_their_share(self, world: World):
        world.books.upkeep.put_campaign(replace(BUFFET, budget=Budget(total=100, day=50)))
        world.code()
        message = world.plan()
        world.go(message)
        world.receipt(message, price=2 * CENT)
        assert cents(world, "budget#campaign#buffet-20#86400#") == 2
        assert cents(world, f"budget#campaign#buffet-20#{10**10}#") == 2


class TestTheNumber:
    def strike(self, world: World, times: int) -> None:
        for _ in range(times):
            message = world.plan(message_class="requested", template="help", to=world.lead().phone)
            assert world.go(message) == "accepted"
            world.receipt(message, "failed", error="30003", fault="unreachable")

    def test_three_that_did_not_arrive_let_it_rest_for_a_month(self, world: World):
        world.code()
        self.strike(world, 2)
        assert (world.lead().hold, world.lead().failures) == (None, 2)
        self.strike(world, 1)
        lead = world.lead()
        assert (lead.hold, lead.failures) == ("resting", 0)
        assert lead.held_until == world.clock() + timedelta(days=30)
        assert world.go(world.plan()) == "held_resting"

    def test_one_that_arrives_ends_the_count(self, world: World):
        world.code()
        self.strike(world, 2)
        message = world.plan()
        world.go(message)
        world.receipt(message)
        assert world.lead().failures == 0
        self.strike(world, 2)
        assert world.lead().hold is None

    def test_a_number_that_is_none_must_be_confirmed_anew(self, world: World, sent: Message):
        world.receipt(sent, "failed", error="30006", fault="gone")
        assert world.lead().hold == "verify_again"
        world.clock.forward(days=400)
        assert world.lead().held(world.clock()) == "verify_again"
        world.confirmed()
        assert world.lead().hold is None

    def test_one_that_the_provider_refuses_at_once_is_held_in_the_same_way(self, world: World):
        world.code()
        first, second = world.plan(), world.plan(template="second", fields={})
        world.gateway.faults = [NumberRejected("It is a landline.", code="21614")]
        assert world.go(first) == "failed"
        assert world.message(first).rule == "21614"
        assert (world.lead().hold, world.lead().failures) == ("verify_again", 1)
        assert world.go(second) == "held_verify_again"
        assert world.gateway.calls == 1

    def test_nor_is_that_lost_when_the_database_fails_at_first(
        self, world: World, monkeypatch: pytest.MonkeyPatch
    ):
        world.code()
        message = world.plan()
        world.gateway.faults = [NumberRejected("It is a landline.") for _ in range(2)]
        with monkeypatch.context() as patch:
            patch.setattr(InMemoryLeadBook, "change", unreachable)
            with pytest.raises(Unavailable):
                world.go(message)
        assert (world.message(message).state, cents(world)) == ("planned", 0)
        assert world.go(message) == "failed"
        assert world.lead().hold == "verify_again"

    def test_a_refusal_of_the_text_says_nothing_of_the_number(self, world: World):
        world.code()
        message, before = world.plan(), world.lead()
        world.gateway.faults = [SmsRejected("It has a forbidden word.")]
        assert world.go(message) == "failed"
        assert world.lead() == before

    def test_one_on_the_carrier_s_list_has_left(self, world: World, sent: Message):
        world.receipt(sent, "failed", error="21610", fault="opted_out")
        assert world.lead().status == "opted_out"
        (left,) = (e.data for e in world.timeline() if e.type == "lead.opted_out.v1")
        assert left.source == "carrier"  # type: ignore[attr-defined]

    def test_a_failure_that_is_nobody_s_fault_says_nothing_of_it(self, world: World, sent: Message):
        before = world.lead()
        world.receipt(sent, "failed", error="30007")
        assert world.lead() == before

    def test_a_hold_is_never_shortened(self, world: World, sent: Message):
        world.books.leads.change(holding(world.lead(), "verify_again"))
        world.receipt(sent, "failed", fault="unreachable")
        assert (world.lead().hold, world.lead().failures) == ("verify_again", 1)
        assert world.receipt(sent) == "delivered"
        assert world.lead().hold == "verify_again"

    def test_who_has_left_is_left_alone(self, world: World, sent: Message):
        world.reply(ANNA, "STOP")
        before = world.lead()
        world.receipt(sent, "failed", fault="gone")
        assert world.lead() == before
