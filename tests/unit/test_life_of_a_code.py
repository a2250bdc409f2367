"""Whatever carts, tills, clocks and operators do to a code, it behaves like the few lines of the model here."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec import UNSET

from tests.unit.codes.desk import Desk
from twofold.adapters.dynamodb.due import FAR_BACK
from twofold.codes.ports import RequestKey
from twofold.contracts.errors import DomainError
from twofold.contracts.payloads.codes import ReservationRequest, RevocationRequest
from twofold.contracts.payloads.redemptions import RedemptionRequest, RollbackRequest

ORDERS = st.sampled_from(["a", "b", "c", "d"])
CARTS = st.sampled_from(["x", "y"])
KEYS = st.sampled_from([None, "k1", "k2"])
AMOUNT, MINIMUM, END = 100, 50, 30 * 24 * 60


def day_of(minutes: int) -> int:
    """The story begins at noon."""
    return (minutes + 12 * 60) // (24 * 60)


@dataclass
class Spent:
    """What the model knows of a redemption."""

    order_id: str
    redemption_id: str
    left: int = AMOUNT


class LifeOfACode(RuleBasedStateMachine):
    """Time is counted in minutes; `ended` is what was written down for good: expired or revoked."""

    @initialize(uses=st.integers(1, 3), limit=st.none() | st.integers(1, 3))
    def begin(self, uses: int, limit: int | None) -> None:
        self.desk, self.uses, self.limit = Desk(), uses, limit
        self.desk.limit(redemptions=limit)
        self.code = self.desk.code(uses=uses, minimum=MINIMUM)
        self.minutes, self.version, self.ended = 0, 1, ""
        self.spent: list[Spent] = []
        self.hold: tuple[str, int] | None = None
        self.answers: dict[str, tuple[str, Any]] = {}
        self.told: Counter[str] = Counter()

    @property
    def standing(self) -> list[Spent]:
        return [spent for spent in self.spent if spent.left]

    @property
    def over(self) -> str | None:
        """Why nobody can spend it now."""
        if self.ended == "revoked":
            return "code_revoked"
        if len(self.standing) == self.uses:
            return "code_already_redeemed"
        return "code_expired" if self.ended or self.minutes >= END else None

    def held_by_another(self, cart: str | None) -> bool:
        return self.hold is not None and self.minutes < self.hold[1] and self.hold[0] != cart

    def changes(self, *events: str, cart: str | None = None, hold: tuple[str, int] | None = None) -> None:
        """One version more; a hold that has lapsed is told by whoever comes next, unless it is its own cart."""
        self.version += 1
        self.told.update(events)
        if self.hold and self.minutes >= self.hold[1]:
            self.told["code.released.v1"] += self.hold[0] != cart
        self.hold = hold

    @rule(order_id=ORDERS, cart=st.none() | CARTS, amount=st.sampled_from([MINIMUM - 1, AMOUNT]), key=KEYS)
    def redeem(self, order_id: str, cart: str | None, amount: int, key: str | None) -> None:
        asked = RedemptionRequest(order_id=order_id, amount=amount, currency="PLN", cart_id=cart)
        wanted, known = str(asked), [spent for spent in self.spent if spent.order_id == order_id]
        told = self._ask(wanted, key, lambda k: self.desk.use.redeem(self.code, asked, k))
        if self._known(wanted, key, told):
            return
        if known and known[-1].left:
            assert (told, self.answer.redemption_id) == ("again", known[-1].redemption_id)
            return
        if refused := self._why_not(order_id, cart, amount, bool(known)):
            assert told == refused
            return
        assert told == "new"
        self.spent.append(Spent(order_id, self.answer.redemption_id))
        self.changes("code.redeemed.v1", cart=cart)
        assert self.answer.redemption_id == f"{self.code}.{self.version}"
        self._remember(wanted, key)

    def _why_not(self, order_id: str, cart: str | None, amount: int, returned: bool) -> str | None:
        full = self.limit is not None and len(self.standing) >= self.limit
        reasons = [
            (self.over is not None, self.over),
            (returned, "redemption_rolled_back"),
            (self.held_by_another(cart), "code_reserved"),
            (amount < MINIMUM, "minimum_not_met"),
            (full, "campaign_used_up"),
        ]
        return next((name for true, name in reasons if true), None)

    @rule(which=st.integers(0, 3), amount=st.sampled_from([None, 1, 40, AMOUNT, AMOUNT + 1]), key=KEYS)
    def roll_back(self, which: int, amount: int | None, key: str | None) -> None:
        spent = self.spent[which] if which < len(self.spent) else None
        redemption_id = spent.redemption_id if spent else f"{self.code}.{self.version + 1}"
        wanted = f"roll back {redemption_id} {amount}"
        request = RollbackRequest(reason="returned", amount=amount)
        told = self._ask(wanted, key, lambda k: self.desk.use.roll_back(redemption_id, request, k))
        if self._known(wanted, key, told):
            return
        if spent is None:
            assert told == "redemption_not_found"
        elif spent.left == 0 and amount is None:
            assert told == "again"
        elif spent.left == 0 or (amount or 0) > spent.left:
            assert told == "rollback_too_large"
        else:
            assert told == "new"
            self._take_back(spent, amount)
            self._remember(wanted, key)

    def _take_back(self, spent: Spent, amount: int | None) -> None:
        full = len(self.standing) == self.uses
        spent.left -= spent.left if amount is None else amount
        self.changes(
            "code.rolled_back.v1", hold=self.hold if self.hold and self.minutes < self.hold[1] else None
        )
        if full and not spent.left and self.minutes >= END and not self.ended:
            self.ended = "expired"
            self.told["code.expired.v1"] += 1

    @rule(cart=CARTS, minutes=st.sampled_from([1, 30]), key=KEYS)
    def reserve(self, cart: str, minutes: int, key: str | None) -> None:
        asked = ReservationRequest(cart_id=cart, ttl_s=minutes * 60)
        until, wanted = min(self.minutes + minutes, END), str(asked)
        told = self._ask(wanted, key, lambda k: self.desk.use.reserve(self.code, asked, k))
        if self._known(wanted, key, told):
            return
        ours = self.hold is not None and self.hold[0] == cart
        if self.over or self.held_by_another(cart):
            assert told == (self.over or "code_reserved")
        elif ours and self.hold and self.hold[1] >= until:
            assert told == "again"
        else:
            assert told == ("again" if ours else "new")
            self.changes("code.reserved.v1", cart=cart, hold=(cart, until))
            self._remember(wanted, key)

    @rule(cart=CARTS)
    def release(self, cart: str) -> None:
        self.desk.use.release(self.code, cart)
        if self.hold and self.hold[0] == cart:
            self.changes(*(["code.released.v1"] if self.minutes < self.hold[1] else []))

    @rule(key=KEYS)
    def revoke(self, key: str | None) -> None:
        asked = RevocationRequest(reason="lost")
        told = self._ask("revoke", key, lambda k: self.desk.use.revoke(self.code, asked, k))
        if self._known("revoke", key, told):
            return
        if self.ended == "revoked":
            assert told == "again"
        elif self.over == "code_already_redeemed":
            assert told == self.over
        else:
            assert told == "new"
            self.ended = "revoked"
            self.changes("code.revoked.v1")
            self._remember("revoke", key)

    @rule()
    def sweep(self) -> None:
        expires = self.over == "code_expired" and not self.ended
        lapses = self.hold is not None and self.minutes >= self.hold[1]
        due = min(self.hold[1] if self.hold else END, END)
        in_reach = day_of(self.minutes) - day_of(due) <= FAR_BACK.days
        assert self.desk.use.lapse() == (expires or lapses) * in_reach
        if expires and in_reach:
            self.changes("code.expired.v1")
            self.ended = "expired"
        elif lapses and in_reach:
            self.changes()

    @rule(minutes=st.sampled_from([1, 29, 600, END - 601, END // 2]))
    def time_passes(self, minutes: int) -> None:
        self.desk.clock.forward(minutes=minutes)
        self.minutes += minutes

    @invariant()
    def whoever_asks_is_told_what_the_model_says(self) -> None:
        told = self.desk.check(self.code)
        refused = self._why_not("new", None, AMOUNT, returned=False)
        reason = (refused or "").removeprefix("code_").removeprefix("already_")
        assert (told.valid, told.reason) == (refused is None, reason or UNSET)
        good = "issued" if self.standing or not self.spent else "rolled_back"
        held = "reserved" if self.held_by_another(None) else good
        assert told.state == (reason if self.over else held)

    @invariant()
    def every_change_has_its_events_and_nothing_else_has(self) -> None:
        assert Counter(event.type for event in self.desk.events()) == +self.told
        assert self.desk.stored(self.code).version == self.version

    @invariant()
    def what_is_taken_of_the_limit_is_what_stands(self) -> None:
        assert self.desk.taken("redemptions") == (len(self.standing) if self.limit else 0)

    def _ask(self, wanted: str, key: str | None, deed: Callable[[RequestKey | None], Any]) -> str:
        try:
            done = deed(RequestKey(mark=key, fingerprint=wanted) if key else None)
        except DomainError as error:
            return error.code
        self.answer = done.answer
        return "new" if done.new else "again"

    def _known(self, wanted: str, key: str | None, told: str) -> bool:
        """A key that was answered: the same question gets its answer, another one none."""
        if key not in self.answers:
            return False
        asked, answer = self.answers[key]
        assert told == "again" if asked == wanted else told == "idempotency_key_reused"
        assert asked != wanted or self.answer == answer
        return True

    def _remember(self, wanted: str, key: str | None) -> None:
        if key:
            self.answers[key] = (wanted, self.answer)


QUICK = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
LifeOfACode.TestCase.settings = QUICK


class TestLifeOfACode(LifeOfACode.TestCase):  # type: ignore[valid-type, misc]
    pass


@pytest.mark.prove
class TestManyLivesOfACode(LifeOfACode.TestCase):  # type: ignore[valid-type, misc]
    settings = settings(QUICK, max_examples=1_000, stateful_step_count=60)
