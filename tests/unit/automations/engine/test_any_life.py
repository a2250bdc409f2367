"""Whatever people, clocks, providers and schedules do: each step once, none too late, no text that should not go."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.fakes.samples import ANNA, BEN, BUFFET, CARA, order
from tests.fakes.shop import a_cart
from tests.unit.automations.engine import mistakes
from tests.unit.automations.engine.life import a_life
from tests.unit.automations.engine.scripts import CART, LONGER, THANKS, UNUSED
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.events import AutomationExited, AutomationStepped, MessagePlanned
from twofold.contracts.payloads import RollbackRequest

PEOPLE = st.sampled_from([ANNA, BEN, CARA])
TOTAL: Counter[str] = Counter()
"""Over all examples of a run: a test that lives through nothing proves nothing."""


class AnyLife(RuleBasedStateMachine):
    @initialize(valid_days=st.sampled_from([3, 10, 30, 60]))
    def begin(self, valid_days: int) -> None:
        offer = replace(BUFFET.offer, valid_days=valid_days)
        self.street = a_life(UNUSED, CART, THANKS, campaign=replace(BUFFET, offer=offer))
        self.shadow, self.acts = self.street.shadow, 0
        for phone in (ANNA, BEN):
            self.join(phone)

    @rule(phone=PEOPLE)
    def join(self, phone: str) -> None:
        self.street.phones.add(phone)
        if self.street.attempt(lambda: self.street.world.code(phone)):
            self.shadow.stopped.discard(self.street.world.lead_id(phone))

    @rule(phone=PEOPLE)
    def redeem(self, phone: str) -> None:
        self.acts += 1
        for code in self.codes(phone)[-1:]:
            if self.street.attempt(partial(self._redeem, code)):
                TOTAL["redeemed"] += 1

    def _redeem(self, code: str) -> None:
        self.street.world.codes.redeem(code, order(f"till-{self.acts}"))
        self.shadow.codes[code].spent = self.shadow.codes[code].ever_spent = True

    @rule(phone=PEOPLE)
    def roll_back(self, phone: str) -> None:
        for code in self.codes(phone):
            found = self.street.world.books.codes.find(code).redemption
            if found:
                self.street.attempt(partial(self._roll_back, code, found.redemption_id))

    def _roll_back(self, code: str, redemption_id: str) -> None:
        self.street.world.codes.roll_back(redemption_id, RollbackRequest(reason="returned"))
        self.shadow.codes[code].spent = False

    @rule(phone=PEOPLE)
    def revoke(self, phone: str) -> None:
        for code in self.codes(phone)[-1:]:
            self.street.world.books.upkeep.revoke(code)
            self.shadow.codes[code].revoked = True

    @rule(phone=PEOPLE, number=st.integers(1, 3))
    def change_cart(self, phone: str, number: int) -> None:
        self.acts += 1
        cart_id = f"cart-{phone[1:]}-{number}"
        cart = a_cart(cart_id, amount=1_000 + self.acts, buyer=self.street.buyer(phone))
        if cart_id not in self.shadow.ordered and self.street.attempt(lambda: self._take(cart)):
            TOTAL["carts"] += 1

    def _take(self, cart) -> None:
        self.shadow.open_carts.setdefault(cart.cart_id, self.street.clock())
        self.street.shop.take_cart(cart)

    @rule(phone=PEOPLE, number=st.integers(1, 3))
    def order_cart(self, phone: str, number: int) -> None:
        cart_id = f"cart-{phone[1:]}-{number}"
        if cart_id in self.shadow.open_carts:
            self.street.attempt(lambda: self._order(cart_id, phone))

    def _order(self, cart_id: str, phone: str) -> None:
        self.street.shop.order(f"order-{cart_id}", buyer=self.street.buyer(phone), cart_id=cart_id)
        # Whoever does both in one moment, by clocks that differ, may be reminded or not.
        mine = {each: at for each, at in self.shadow.open_carts.items() if phone[1:] in each}
        for each, at in mine.items():
            if each == cart_id or at < self.street.clock():
                del self.shadow.open_carts[each]
        self.shadow.ordered[cart_id] = self.street.clock()

    @rule(phone=PEOPLE, words=st.sampled_from(["STOP", "When do you open on Sunday?"]))
    def say(self, phone: str, words: str) -> None:
        if phone in self.street.phones and self.street.world.books.leads.lead(
            self.street.world.lead_id(phone)
        ):
            if words == "STOP":
                self.shadow.stopped.add(self.street.world.lead_id(phone))
            self.street.attempt(lambda: self.street.world.reply(phone, words))

    @rule(hours=st.floats(0.1, 240))
    def time_goes_by(self, hours: float) -> None:
        self.street.forward(hours=hours)

    @rule(seconds=st.floats(0.1, 3))
    def the_clock_jumps_back(self, seconds: float) -> None:
        self.street.clock.forward(seconds=-seconds)

    @rule(hours=st.floats(1, 20))
    def schedules_oversleep(self, hours: float) -> None:
        self.street.asleep = True
        self.street.forward(hours=hours)
        self.street.asleep = False
        self.street.fire()

    @rule(what=st.sampled_from(["down", "drops", "fine"]))
    def the_scheduler_is(self, what: str) -> None:
        self.street.steps.down, self.street.steps.drops = what == "down", what == "drops"

    @rule(number=st.integers(0, 2))
    def a_schedule_is_lost(self, number: int) -> None:
        for name in sorted(self.street.steps.waiting)[number : number + 1]:
            self.street.steps.waiting.pop(name)
            TOTAL["schedules lost"] += 1

    @rule(number=st.integers(0, 10))
    def a_schedule_fires_again(self, number: int) -> None:
        for due in self.street.fired[number : number + 1]:
            self.street.insist(partial(self.street.engine.run, due))
            TOTAL["replayed"] += 1
        self.street.listen()

    @rule(hours=st.floats(24, 250))
    def whoever_does_a_step_is_not_alone(self, hours: float) -> None:
        self.street.enrolments.meanwhile[:] = [self._the_same_again]
        self.street.forward(hours=hours)

    def _the_same_again(self) -> None:
        if self.street.fired:
            self.street.engine.run(self.street.fired[-1])
            TOTAL["steps at once"] += 1

    @rule(number=st.integers(0, 40))
    def an_event_is_heard_again(self, number: int) -> None:
        for event in self.street.events[number : number + 1]:
            self.street.insist(partial(self.street.engine.hear, event))
        self.street.listen()

    @rule(slow=st.booleans())
    def the_bus_is(self, slow: bool) -> None:
        """Nothing is heard while it is slow, then all of it, in order."""
        self.street.deaf = slow
        self.street.listen()

    @rule(kind=st.sampled_from([Unavailable("down"), OutcomeUnknown("lost"), None]), many=st.integers(1, 3))
    def the_provider_fails(self, kind: Exception | None, many: int) -> None:
        self.street.gateway.faults[:] = [kind] * many

    @rule(
        longer=st.booleans(),
        move=st.sampled_from([True, True, False]),
        on=st.sampled_from([True, True, True, False]),
    )
    def the_marketer_changes_her_mind(self, longer: bool, move: bool, on: bool) -> None:
        wanted = msgspec.structs.replace(LONGER if longer else UNUSED, on=on)
        self.street.engine.save(wanted, move=move)
        TOTAL["versions"] += 1

    @rule(paused=st.booleans())
    def the_campaign_pauses(self, paused: bool) -> None:
        self.shadow.running = not paused
        self.street.campaign = replace(self.street.campaign, paused=paused)
        self.street.world.books.upkeep.put_campaign(self.street.campaign)

    def codes(self, phone: str) -> tuple[str, ...]:
        lead = self.street.world.books.leads.lead(self.street.world.lead_id(phone))
        return lead.codes if lead else ()

    @invariant()
    def no_promise_is_broken(self) -> None:
        TOTAL["acts"] += 1
        assert not self.street.shadow.faults, self.street.shadow.faults

    @invariant()
    def each_step_is_done_once_and_none_after_the_end(self) -> None:
        done, over = set(), set()
        for event in self.street.memory.ledger.values():
            match event.data:
                case AutomationStepped(enrolment_id=way, step=step):
                    assert (way, step) not in done, f"{step} twice"
                    assert way not in over, f"{step} after the end"
                    done.add((way, step))
                case AutomationExited(enrolment_id=way):
                    assert way not in over, "over twice"
                    over.add(way)

    def teardown(self) -> None:
        """Everything works again, and time goes by: nothing may be left that was due."""
        if not hasattr(self, "street"):
            return
        self.the_bus_is(slow=False)
        self.the_scheduler_is("fine")
        self.street.gateway.faults.clear()
        self.the_campaign_pauses(False)
        self.street.forward(days=45)
        self.no_promise_is_broken()
        self.each_step_is_done_once_and_none_after_the_end()
        ways = self.street.memory.enrolments.values()
        assert not [way for way in ways if way.state == "running"], "somebody is still on their way"
        planned = [e.data for e in self.street.memory.ledger.values() if isinstance(e.data, MessagePlanned)]
        found = [self.street.memory.messages[data.message_id] for data in planned]
        assert not [m for m in found if m.state in ("planned", "deferred", "claimed")], "a text still waits"
        self._count()

    def _count(self) -> None:
        TOTAL["lives"] += 1
        TOTAL["ways"] += len(self.street.memory.enrolments)
        TOTAL["steps"] += self.street.acts["steps"]
        TOTAL["texts"] += sum(self.street.shadow.texts.values())
        for way in self.street.memory.enrolments.values():
            TOTAL[f"over: {way.exit or way.state}"] += 1


def live(machine: type[AnyLife], lives: int, acts: int) -> Counter[str]:
    TOTAL.clear()
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=lives,
            stateful_step_count=acts,
            deadline=None,
            report_multiple_bugs=False,
            # Few lives are the same ones each time, so that what they meet can be counted on.
            derandomize=lives < 300,
            suppress_health_check=checks,
            # A life is long: the first that goes wrong is told as it was lived.
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
        ),
    )
    print(dict(sorted(TOTAL.items())))
    return TOTAL


@pytest.mark.parametrize("lives", [30, pytest.param(300, marks=pytest.mark.prove)])
def test_in_any_life_each_step_is_done_once_and_no_text_goes_that_should_not(lives: int):
    seen = live(AnyLife, lives, 50)
    assert seen["lives"] >= lives
    for kind in ("ways", "steps", "texts", "versions"):
        assert seen[kind] >= lives // 2, f"too few {kind} to prove anything"
    for kind in ("redeemed", "carts", "steps at once", "schedules lost", "replayed"):
        assert seen[kind] >= lives // 30, f"too few {kind} to prove anything"


@pytest.mark.parametrize("mistake", mistakes.ALL, ids=lambda it: it.__name__)
def test_the_check_catches_an_engine_that(
    mistake: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
):
    mistake(monkeypatch)
    with pytest.raises(AssertionError):
        live(AnyLife, 299, 50)
