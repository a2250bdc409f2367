"""Automations in memory, with how far those of every day have come; and what wakes and does their steps."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from tests.fakes.memory import Memory
from twofold.automations.definition.automation import Automation, Daily
from twofold.automations.enrolments.enrolment import StepDue
from twofold.automations.ports import AutomationMoved, DailyRun
from twofold.contracts.errors import NotFound, Unavailable
from twofold.contracts.events import Envelope


@dataclass(frozen=True, slots=True)
class InMemoryAutomations:
    memory: Memory

    def of_campaign(self, campaign_id: str) -> Sequence[Automation]:
        with self.memory.lock:
            known = sorted(self.memory.automations.items())
        return tuple(versions[-1] for (campaign, _), versions in known if campaign == campaign_id)

    def version(self, campaign_id: str, automation_id: str, version: int) -> Automation:
        with self.memory.lock:
            versions = self.memory.automations.get((campaign_id, automation_id), [])
            if not 0 < version <= len(versions):
                raise NotFound("There is no such version of an automation.", code="automation_not_found")
            return versions[version - 1]

    def current(self, campaign_id: str, automation_id: str) -> Automation | None:
        with self.memory.lock:
            versions = self.memory.automations.get((campaign_id, automation_id))
            return versions[-1] if versions else None

    def save(self, automation: Automation, event: Envelope) -> None:
        place = (automation.campaign_id, automation.automation_id)
        with self.memory.lock:
            versions = self.memory.automations.get(place, [])
            if len(versions) != automation.version - 1:
                raise AutomationMoved
            self.memory.automations[place] = [*versions, automation]
            self._keep_daily(place, automation)
            self.memory.append(event)

    def daily(self) -> Sequence[DailyRun]:
        with self.memory.lock:
            return [run for _, run in sorted(self.memory.daily.items())]

    def keep(self, run: DailyRun) -> None:
        place = (run.automation.campaign_id, run.automation.automation_id)
        with self.memory.lock:
            if place in self.memory.daily:
                stored = self.memory.daily[place]
                self.memory.daily[place] = replace(stored, day=run.day, after=run.after)

    def _keep_daily(self, place: tuple[str, str], automation: Automation) -> None:
        if automation.on and isinstance(automation.trigger, Daily):
            run = self.memory.daily.get(place, DailyRun(automation=automation))
            self.memory.daily[place] = replace(run, automation=automation)
        else:
            self.memory.daily.pop(place, None)


@dataclass(frozen=True, slots=True)
class StepWake:
    name: str
    at: datetime
    due: StepDue
    within: timedelta


@dataclass(slots=True)
class FakeStepScheduler:
    """`waiting` by name; `asked` are the names of every call to wake, `cancelled` those that were taken back.

    While `down`, nothing is taken and nothing taken back. What is made while `drops` never fires; while `repeats`, each
    one fires twice.
    """

    waiting: dict[str, StepWake] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    down: bool = False
    drops: bool = False
    repeats: bool = False
    _fired: set[str] = field(default_factory=set)

    def wake(self, name: str, at: datetime, due: StepDue, within: timedelta) -> None:
        self.asked.append(name)
        self._insist()
        if not self.drops:
            self.waiting.setdefault(name, StepWake(name, at, due, within))

    def cancel(self, name: str) -> None:
        self._insist()
        self.cancelled.append(name)
        self.waiting.pop(name, None)

    def fire(self, until: datetime) -> StepWake | None:
        """The next that is due by then; its name is free again, as schedules go once they are done."""
        due = min(self.waiting.values(), key=lambda wake: (wake.at, wake.name), default=None)
        if due is None or due.at > until:
            return None
        if self.repeats and due.name not in self._fired:
            self._fired.add(due.name)
            return due
        self._fired.discard(due.name)
        return self.waiting.pop(due.name)

    def _insist(self) -> None:
        if self.down:
            raise Unavailable("The scheduler did not answer.")


@dataclass(slots=True)
class FakeStepRunner:
    """Keeps what it is handed, in order; while `down`, it takes nothing."""

    steps: list[StepDue] = field(default_factory=list)
    segments: list[tuple[Automation, date, tuple[str, ...]]] = field(default_factory=list)
    down: bool = False

    def run(self, due: StepDue) -> None:
        self._insist()
        self.steps.append(due)

    def enter(self, automation: Automation, day: date, lead_ids: Sequence[str]) -> None:
        assert 1 <= len(lead_ids) <= 100, "a call hands over one to a hundred leads"
        self._insist()
        self.segments.append((automation, day, tuple(lead_ids)))

    def _insist(self) -> None:
        if self.down:
            raise Unavailable("The function did not take it.")
