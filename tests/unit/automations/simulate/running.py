"""A town with an automation that truly runs: events are heard as they happen, steps and texts go at their moments."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from tests.fakes.automations import FakeStepScheduler
from tests.fakes.in_memory import in_memory
from tests.fakes.memory import Memory
from tests.fakes.orders import InMemoryCartBook
from tests.unit.automations.simulate.town import SENDING, Town
from twofold.automations.definition.automation import Automation, Daily
from twofold.automations.entering.enter import Enter
from twofold.automations.entering.enter_segment import EnterSegment
from twofold.automations.entering.find_segments import FROM
from twofold.automations.entering.hear_event import HearEvent
from twofold.automations.facts.look import Sources
from twofold.automations.leaving.leave import Leave
from twofold.automations.leaving.still_wanted import EnrolmentWants
from twofold.automations.running.make_step import MakeStep
from twofold.automations.running.plan_text import PlanText
from twofold.automations.running.postpone import Postpone
from twofold.automations.running.progress import Progress
from twofold.automations.running.run_step import RunStep
from twofold.automations.running.take_step import TakeStep
from twofold.automations.running.timing import Timing
from twofold.automations.running.versions import Versions
from twofold.automations.running.wake import WakeStep
from twofold.campaigns.model import Campaign
from twofold.campaigns.pace import REAL, Pace
from twofold.codes.draw import draw_code
from twofold.contracts.events import (
    AutomationEntered,
    AutomationExited,
    AutomationStepped,
    Envelope,
    MessagePlanned,
)
from twofold.contracts.settings import AutomationSettings
from twofold.leads.drawn import Drawn
from twofold.messages.sending.opening import opening_hours

HEARS = frozenset(AutomationSettings().hears)
MOMENT = timedelta(milliseconds=1)


def real(campaign: Campaign) -> Pace:
    return REAL


def draw(campaign: Campaign, at: datetime, taken: int) -> Drawn:
    return draw_code(campaign, at)


class RunningTown(Town):
    def __init__(self, automation: Automation) -> None:
        memory = Memory()
        memory.automations[automation.campaign_id, automation.automation_id] = [automation]
        books, self.automation, self.steps = in_memory(memory), automation, FakeStepScheduler()
        self.sources = Sources(
            campaigns=books.campaigns,
            leads=books.leads,
            codes=books.codes,
            carts=InMemoryCartBook(memory, memory.carts),
            orders=books.ordered,
            texts=books.had,
            messages=books.messages,
        )
        wants = EnrolmentWants(sources=self.sources, automations=books.automations, book=books.enrolments)
        super().__init__(memory=memory, wanted=wants)
        self._run_the_engine()
        self.heard: set[str] = set(memory.ledger)
        self.day = self.clock().date()

    def _run_the_engine(self) -> None:
        books, clock, wake = self.books, self.clock, WakeStep(scheduler=self.steps)
        timing = Timing(opening=opening_hours(SENDING))
        shared: dict[str, Any] = {
            "sources": self.sources,
            "book": books.enrolments,
            "wake": wake,
            "clock": clock,
        }
        enter = Enter(timing=timing, pace_of=real, **shared)
        make = MakeStep(plan_text=PlanText(pace_of=real), draw_code=draw)
        self.hear = HearEvent(
            automations=books.automations,
            activity=books.activity,
            tag_reason=cast(Any, lambda lead_id, data: None),
            leave=Leave(automations=books.automations, book=books.enrolments, wake=wake, clock=clock),
            enter=enter,
            clock=clock,
        )
        self.enter_segment = EnterSegment(
            automations=books.automations, leads=books.leads, enter=enter, clock=clock
        )
        self.run = RunStep(
            versions=Versions(automations=books.automations, timing=timing),
            postpone=Postpone(timing=timing, counter=books.counter),
            take=TakeStep(book=books.enrolments, make=make, progress=Progress(timing=timing)),
            pace_of=real,
            **shared,
        )

    def act(self, what: str, phone: str = "") -> None:
        super().act(what, phone)
        self._listen()

    def forward(self, **by: float) -> None:
        """Time goes by, and what is due on the way is done at its moment."""
        until = self.clock() + timedelta(**by)
        # What happens at that very moment comes before what is due then.
        while self._next(until - MOMENT):
            self._listen()
        self.clock.at = until

    def _next(self, until: datetime) -> bool:
        moments = [
            (self._segment_at(), self._enter_segment),
            (min((w.at for w in self.steps.waiting.values()), default=None), self._step),
            (min((w.at for w in self.world.scheduler.waiting.values()), default=None), self._send_text),
        ]
        due = [(at, what) for at, what in moments if at and at <= until]
        if not due:
            return False
        at, what = min(due, key=lambda each: each[0])
        self.clock.at = max(self.clock.at, at)
        what()
        return True

    def _segment_at(self) -> datetime | None:
        is_daily = isinstance(self.automation.trigger, Daily)
        return datetime.combine(self.day + timedelta(days=1), FROM, UTC) if is_daily else None

    def _enter_segment(self) -> None:
        self.day, of = self.clock().date(), self.automation
        assert isinstance(of.trigger, Daily)
        leads = self.books.activity.last_active_on(self.day - timedelta(days=of.trigger.quiet_days))
        self.enter_segment(of.campaign_id, of.automation_id, self.day, list(leads))

    def _step(self) -> None:
        wake = self.steps.fire(self.clock())
        assert wake
        self.run(wake.due)

    def _send_text(self) -> None:
        wake = self.world.scheduler.fire(self.clock())
        assert wake
        self.world.send(wake.event)

    def _listen(self) -> None:
        """Until there is nothing new: what is heard makes news itself."""
        while news := [e for i, e in sorted(self.memory.ledger.items()) if i not in self.heard]:
            for event in news:
                self.heard.add(event.id)
                self._hear(event)

    def _hear(self, event: Envelope) -> None:
        if event.type in HEARS:
            self.hear(event)
        if isinstance(event.data, MessagePlanned) and self.memory.messages[event.data.message_id].enrolment:
            self.world.send(event)

    def happened(self) -> "Happened":
        told = Happened(self.automation)
        for _, event in sorted(self.memory.ledger.items()):
            told.hear(event)
        for message in self.memory.messages.values():
            if message.enrolment:
                step, ended = told.made[message.message_id], message.rule or message.state
                fate = {"accepted": "sent", "planned": "waits", "deferred": "waits"}.get(message.state, ended)
                told.texts[step, fate] += 1
        return told


@dataclass
class Happened:
    """What the events of a town tell: by step, how many were done or passed over, or left before it, and why."""

    automation: Automation
    entered: int = 0
    held_out: int = 0
    done: Counter[tuple[str, str]] = field(default_factory=Counter)
    left: Counter[tuple[str, str]] = field(default_factory=Counter)
    over: Counter[str] = field(default_factory=Counter)
    texts: Counter[tuple[str, str]] = field(default_factory=Counter)
    made: dict[str, str] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)

    def hear(self, event: Envelope) -> None:
        match event.data:
            case AutomationEntered(holdout=holdout):
                self.entered, self.held_out = self.entered + (not holdout), self.held_out + holdout
            case AutomationStepped() as data:
                self.done[data.step, "done" if data.done else "passed_over"] += 1
                # Steps of one moment stand in the ledger in any order.
                ids = [each.id for each in self.automation.acting]
                reached = self.last.get(data.enrolment_id, data.step)
                self.last[data.enrolment_id] = max(reached, data.step, key=ids.index)
                if data.message_id:
                    self.made[data.message_id] = data.step
            case AutomationExited(reason=reason, enrolment_id=enrolment_id):
                self.over[reason] += 1
                if reason not in ("finished", "stopped"):
                    self.left[self._behind(self.last.get(enrolment_id)), reason] += 1

    def _behind(self, step: str | None) -> str:
        ids = [each.id for each in self.automation.acting]
        return ids[ids.index(step) + 1 if step else 0]
