"""Whatever tills, clocks and operators do to a code, it behaves like the few lines of the model here."""

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.fakes.samples import order
from tests.fakes.world import World
from twofold.codes.ports import RequestKey
from twofold.contracts.errors import DomainError
from twofold.contracts.events import CodeRedeemed, CodeRolledBack
from twofold.contracts.payloads import RollbackRequest

ORDERS = st.sampled_from(["a", "b", "c"])
KEYS = st.sampled_from([None, "k1", "k2"])
AMOUNT = 100


@dataclass
class Spent:
    """What the model knows of the last redemption."""

    order_id: str
    redemption_id: str
    left: int = AMOUNT

    @property
    def whole(self) -> bool:
        return self.left == 0


class LifeOfACode(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.world = World()
        self.code = self.world.code()
        self.spent: Spent | None = None
        self.expired = False
        self.returned: set[str] = set()
        self.answers: dict[str, tuple[str, Any]] = {}
        self.redemptions, self.rollbacks = 0, 0

    @rule(order_id=ORDERS, key=KEYS)
    def redeem(self, order_id: str, key: str | None) -> None:
        wanted = f"redeem {order_id}"
        told = self._ask(
            wanted, key, lambda k: self.world.codes.redeem(self.code, order(order_id, amount=AMOUNT), k)
        )
        same = self.spent is not None and self.spent.order_id == order_id
        if self._known(wanted, key, told):
            return
        if self.spent and not self.spent.whole and same:
            assert (told, self.told.redemption_id) == ("again", self.spent.redemption_id)
        elif self.spent and not self.spent.whole:
            assert told == "code_already_redeemed"
        elif self.expired:
            assert told == "code_expired"
        elif order_id in self.returned:
            assert told == "redemption_rolled_back"
        else:
            assert told == "new"
            self.spent = Spent(order_id, self.told.redemption_id)
            self.redemptions += 1
            self._remember(wanted, key)

    @rule(amount=st.sampled_from([None, 1, 40, AMOUNT, AMOUNT + 1]), key=KEYS)
    def roll_back(self, amount: int | None, key: str | None) -> None:
        redemption_id = self.spent.redemption_id if self.spent else f"{self.code}.2"
        wanted = f"roll back {redemption_id} {amount}"
        request = RollbackRequest(reason="returned", amount=amount)
        told = self._ask(wanted, key, lambda k: self.world.codes.roll_back(redemption_id, request, k))
        if self._known(wanted, key, told):
            return
        if self.spent and self.spent.whole and amount is None:
            assert told == "again"
        elif self.spent is None:
            assert told == "redemption_not_found"
        elif self.spent.whole or (amount or 0) > self.spent.left:
            assert told == "rollback_too_large"
        else:
            assert told == "new"
            self.spent.left -= self.spent.left if amount is None else amount
            self.rollbacks += 1
            self.returned |= {self.spent.order_id} if self.spent.whole else set()
            self._remember(wanted, key)

    @rule(days=st.sampled_from([1, 20, 31]))
    def time_passes(self, days: int) -> None:
        self.world.clock.forward(days=days)
        self.expired = (self.world.clock.at - World().clock.at).days >= 30

    @invariant()
    def the_till_sees_what_the_model_says(self) -> None:
        told = self.world.codes.check(self.code)
        assert told.valid == (not self.expired and (self.spent is None or self.spent.whole))

    @invariant()
    def every_change_has_its_event_and_nothing_else_has(self) -> None:
        kinds = [type(event.data) for event in self.world.timeline()]
        assert kinds.count(CodeRedeemed) == self.redemptions
        assert kinds.count(CodeRolledBack) == self.rollbacks
        assert self.world.books.codes.find(self.code).version == 1 + self.redemptions + self.rollbacks

    def _ask(self, wanted: str, key: str | None, deed: Any) -> str:
        try:
            done = deed(RequestKey(mark=key, fingerprint=wanted) if key else None)
        except DomainError as error:
            return error.code
        self.told = done.answer
        return "new" if done.new else "again"

    def _known(self, wanted: str, key: str | None, told: str) -> bool:
        """A key that was answered: the same question gets its answer, another one none."""
        if key not in self.answers:
            return False
        asked, answer = self.answers[key]
        assert told == "again" if asked == wanted else told == "idempotency_key_reused"
        assert asked != wanted or self.told == answer
        return True

    def _remember(self, wanted: str, key: str | None) -> None:
        if key:
            self.answers[key] = (wanted, self.told)


QUICK = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
LifeOfACode.TestCase.settings = QUICK


class TestLifeOfACode(LifeOfACode.TestCase):  # type: ignore[valid-type, misc]
    pass


@pytest.mark.prove
class TestManyLivesOfACode(LifeOfACode.TestCase):  # type: ignore[valid-type, misc]
    settings = settings(QUICK, max_examples=1_000, stateful_step_count=60)
