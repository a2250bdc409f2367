"""The engine of automations, wired to the ports of a test as `twofold.wiring` wires it to AWS."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec

from tests.fakes.automations import FakeStepRunner, FakeStepScheduler
from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from tests.fakes.use_cases import draw_of
from twofold.automations.declines.tag_reason import TagReason
from twofold.automations.definition.automation import Automation
from twofold.automations.entering.enter import Enter
from twofold.automations.entering.enter_segment import EnterSegment
from twofold.automations.entering.find_segments import FindSegments
from twofold.automations.entering.hear_event import HearEvent
from twofold.automations.facts.look import Sources
from twofold.automations.leaving.leave import Leave
from twofold.automations.leaving.still_wanted import EnrolmentWants
from twofold.automations.running.make_step import MakeStep
from twofold.automations.running.plan_text import PlanText
from twofold.automations.running.postpone import Postpone
from twofold.automations.running.progress import Progress
from twofold.automations.running.repair_steps import RepairSteps
from twofold.automations.running.run_step import RunStep
from twofold.automations.running.take_step import TakeStep
from twofold.automations.running.timing import Timing
from twofold.automations.running.versions import Versions
from twofold.automations.running.wake import WakeStep
from twofold.automations.saving.next_version import changed
from twofold.campaigns.model import Campaign
from twofold.campaigns.pace import REAL, Pace
from twofold.contracts.settings import SendingSettings
from twofold.messages.sending.opening import opening_hours
from twofold.orders.ports import CartBook


def real(campaign: Campaign) -> Pace:
    return REAL


@dataclass(slots=True, kw_only=True)
class Engine:
    """Everything that hears, enters, steps, leaves, finds and repairs; `scheduler` and `runner` keep what waits."""

    books: Books
    carts: CartBook
    clock: SetClock
    sending: SendingSettings = field(default_factory=SendingSettings)
    scheduler: FakeStepScheduler = field(default_factory=FakeStepScheduler)
    runner: FakeStepRunner = field(default_factory=FakeStepRunner)
    hear: HearEvent = field(init=False)
    run: RunStep = field(init=False)
    enter_segment: EnterSegment = field(init=False)
    repair: RepairSteps = field(init=False)
    find: FindSegments = field(init=False)
    wants: EnrolmentWants = field(init=False)
    sources: Sources = field(init=False)

    def __post_init__(self) -> None:
        books, clock = self.books, self.clock
        self.sources = Sources(
            campaigns=books.campaigns,
            leads=books.leads,
            codes=books.codes,
            carts=self.carts,
            orders=books.ordered,
            texts=books.had,
            messages=books.messages,
        )
        timing, wake = Timing(opening=opening_hours(self.sending)), WakeStep(scheduler=self.scheduler)
        enter = Enter(
            sources=self.sources,
            book=books.enrolments,
            timing=timing,
            wake=wake,
            pace_of=real,
            clock=clock,
        )
        self._listen(enter, wake)
        self._do_steps(timing, wake)
        self.enter_segment = EnterSegment(
            automations=books.automations, leads=books.leads, enter=enter, clock=clock
        )
        self.repair = RepairSteps(due=books.enrolments, runner=self.runner, clock=clock)
        self.find = FindSegments(
            runs=books.automations, activity=books.activity, runner=self.runner, clock=clock
        )
        self.wants = EnrolmentWants(
            sources=self.sources, automations=books.automations, book=books.enrolments
        )

    def _listen(self, enter: Enter, wake: WakeStep) -> None:
        books, clock = self.books, self.clock
        self.hear = HearEvent(
            automations=books.automations,
            activity=books.activity,
            tag_reason=TagReason(
                leads=books.leads,
                messages=books.messages,
                enrolments=books.enrolments,
                automations=books.automations,
                clock=clock,
            ),
            leave=Leave(automations=books.automations, book=books.enrolments, wake=wake, clock=clock),
            enter=enter,
            clock=clock,
        )

    def _do_steps(self, timing: Timing, wake: WakeStep) -> None:
        books = self.books
        make = MakeStep(plan_text=PlanText(pace_of=real), draw_code=draw_of(books))
        self.run = RunStep(
            sources=self.sources,
            versions=Versions(automations=books.automations, timing=timing),
            book=books.enrolments,
            postpone=Postpone(timing=timing, counter=books.counter),
            take=TakeStep(book=books.enrolments, make=make, progress=Progress(timing=timing)),
            wake=wake,
            pace_of=real,
            clock=self.clock,
        )

    def sweep(self) -> int:
        """Everything that the sweeper hands over is done at once; answer how many steps there were."""
        self.repair()
        handed, self.runner.steps = self.runner.steps, []
        for due in handed:
            self.run(due)
        return len(handed)

    def seek(self) -> int:
        """Whoever is found in a daily segment is let in; answer how many entered."""
        self.find()
        found: Sequence[tuple[Automation, date, tuple[str, ...]]] = self.runner.segments
        self.runner.segments = []
        return sum(self.enter_segment(a.campaign_id, a.automation_id, day, ids) for a, day, ids in found)

    def save(self, automation: Automation, *, move: bool = False) -> Automation:
        """Its next version; `move`: all that run go on with it."""
        register = self.books.automations
        before = register.current(automation.campaign_id, automation.automation_id)
        number = before.version + 1 if before else 1
        moved_to = number if move else before.moved_to if before else 0
        after = msgspec.structs.replace(automation, version=number, moved_to=moved_to)
        register.save(after, changed(after, self.clock()))
        # A book that reads for several seconds' worth has seen them go by.
        getattr(register.of_campaign, "_known", {}).clear()
        return after
