"""Whatever is delivered, claimed, promised and left: each coupon is somebody's once, and no limit gives."""

from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.unit.pools.stock import Stock
from twofold.campaigns.model import CodePool

PEOPLE = [f"+4860700000{number}" for number in range(6)]
SOMEBODY = st.sampled_from(PEOPLE)


class LifeOfAPool(RuleBasedStateMachine):
    @initialize(cap=st.none() | st.integers(0, 8), when_dry=st.sampled_from(["generate", "promise"]))
    def begin(self, cap: int | None, when_dry: Any) -> None:
        self.stock, self.cap, self.delivered, self.told = Stock(), cap, 0, 0
        self.stock.run(CodePool(low_at=2, when_dry=when_dry), codes=cap)
        self.promise = when_dry == "promise"

    @rule(many=st.integers(1, 4))
    def deliver(self, many: int) -> None:
        self.stock.deliver(many)
        self.delivered += many

    @rule(phone=SOMEBODY)
    def confirm(self, phone: str) -> None:
        had, waits = self._codes(phone), phone in self._waiting()
        room = self.cap is None or self.cap > self.stock.claimed()
        coupon = self.stock.left() > 0
        told = self.stock.come(phone)
        if had or (room and (coupon or not self.promise)):
            assert told.discount
            assert [told.discount.code] == self._codes(phone)
            assert not had or had == self._codes(phone)
        elif waits or room:
            assert told.no_code == "promised"
            assert phone in self._waiting()
        else:
            assert told.no_code == "used_up"

    @rule(phone=SOMEBODY)
    def leave(self, phone: str) -> None:
        world = self.stock.world
        if world.books.leads.lead(world.lead_id(phone)):
            world.clock.forward(seconds=1)
            world.signups.opt_out(world.lead_id(phone), source="reply", text="STOP", message_id="msg_1")

    @rule()
    def keep(self) -> None:
        waiting, left = len(self.stock.promises()), self.stock.left()
        kept = self.stock.world.pools.keep(self.stock.campaign.campaign_id)
        assert kept <= min(waiting, left)
        assert not self.stock.promises() or self.stock.left() == 0

    @rule()
    def tell(self) -> None:
        self.stock.world.clock.forward(seconds=1)
        self.stock.world.pools.tell()
        registered = self.stock.state().fills + self.stock.state().told
        assert not registered or self.stock.state().low == (self.stock.left() <= 2)

    @invariant()
    def every_coupon_lies_in_the_pool_or_is_one_lead_s(self) -> None:
        given = [code for phone in PEOPLE for code in self._codes(phone) if code.startswith("POOL")]
        assert len(given) == len(set(given))
        assert len(given) + self.stock.left() == self.delivered

    @invariant()
    def the_limit_counts_codes_and_promises_and_holds(self) -> None:
        if self.cap is None:
            return
        codes = sum(len(self._codes(phone)) for phone in PEOPLE)
        assert self.stock.claimed() == codes + len(self.stock.promises()) <= self.cap

    @invariant()
    def nobody_has_two_codes_and_each_was_told_once(self) -> None:
        for phone in PEOPLE:
            assert len(self._codes(phone)) == len(self.stock.issued(phone)) <= 1

    def _codes(self, phone: str) -> list[str]:
        lead = self.stock.world.books.leads.lead(self.stock.world.lead_id(phone))
        return list(lead.codes) if lead else []

    def _waiting(self) -> list[str]:
        ids = {promise.lead_id for promise in self.stock.promises()}
        return [phone for phone in PEOPLE if self.stock.world.lead_id(phone) in ids]


QUICK = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
LifeOfAPool.TestCase.settings = QUICK


class TestLifeOfAPool(LifeOfAPool.TestCase):  # type: ignore[valid-type, misc]
    pass


@pytest.mark.prove
class TestManyLivesOfAPool(LifeOfAPool.TestCase):  # type: ignore[valid-type, misc]
    settings = settings(QUICK, max_examples=1_000, stateful_step_count=80)
