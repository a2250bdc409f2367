"""Whatever people, clocks, providers and schedules do: each step once, none too late, no text that should not go."""

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from tests.unit.automations.engine import mistakes
from tests.unit.automations.engine.people import TOTAL
from tests.unit.automations.engine.weather import Weather
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.contracts.events import AutomationExited, AutomationStepped, MessagePlanned

FEW, MANY = 90, 300
OFTEN = ("ways", "steps", "texts", "versions")
SELDOM = ("redeemed", "carts", "steps at once", "schedules lost", "replayed")


class AnyLife(Weather):
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
        assert not [way for way in ways if not self._with_reason(way)], (
            "somebody's way ended without a reason"
        )
        planned = [e.data for e in self.street.memory.ledger.values() if isinstance(e.data, MessagePlanned)]
        found = [self.street.memory.messages[data.message_id] for data in planned]
        assert not [m for m in found if m.state in ("planned", "deferred", "claimed")], "a text still waits"
        self._count()

    def _with_reason(self, way: Enrolment) -> bool:
        """Whether the bystander has seen what is said to have ended it; none of it may have been lost."""
        code = self.shadow.codes.get(way.code or "")
        known = {
            "redeemed": code is None or code.ever_spent,
            "code_over": code is not None and (code.revoked or code.past(self.street.clock())),
            "opted_out": way.lead_id in self.shadow.ever_stopped,
            "finished": way.version != 1 or way.automation_id != "unused-code" or len(way.done) == 2,
        }
        return known.get(way.exit or "", True)

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
            # Few lives are the same ones each time, as long as the same modules are loaded:
            # Hypothesis draws their constants, too.
            derandomize=lives != MANY,
            suppress_health_check=checks,
            # A life is long: the first that goes wrong is told as it was lived.
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
        ),
    )
    print(dict(sorted(TOTAL.items())))
    return TOTAL


@pytest.mark.parametrize(
    ("lives", "often", "seldom"), [(FEW, 6, 0), pytest.param(MANY, 60, 10, marks=pytest.mark.prove)]
)
def test_in_any_life_each_step_is_done_once_and_no_text_goes_that_should_not(
    lives: int, often: int, seldom: int
):
    """What few lives meet seldom is left to chance, and to `test_one_life`, which meets it all."""
    seen = live(AnyLife, lives, 50)
    assert seen["lives"] >= lives
    for kind in OFTEN:
        assert seen[kind] >= often, f"too few {kind} to prove anything"
    for kind in SELDOM:
        assert seen[kind] >= seldom, f"too few {kind} to prove anything"


@pytest.mark.parametrize("mistake", mistakes.ALL, ids=lambda it: it.__name__)
def test_the_check_catches_an_engine_that(
    mistake: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
):
    mistake(monkeypatch)
    with pytest.raises(AssertionError):
        live(AnyLife, 2 * MANY, 50)


def test_it_catches_one_that_moves_people_back_to_the_beginning(monkeypatch: pytest.MonkeyPatch):
    """Which chance alone would seldom show: somebody is moved between two reminders."""
    mistakes.moves_to_the_beginning(monkeypatch)
    life = AnyLife()
    life.begin(valid_days=60)
    life.street.forward(days=8)
    life.the_marketer_changes_her_mind(longer=True, move=True, on=True)
    life.street.forward(days=20)
    with pytest.raises(AssertionError, match="twice"):
        life.each_step_is_done_once_and_none_after_the_end()
