"""Takes one step: does it, or passes it over, and stores either with where that leaves the enrolment."""

from dataclasses import dataclass, replace

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import AnyStep, Stop
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.enrolments.events import exited, kind_of, stepped
from twofold.automations.enrolments.step_done import StepDone
from twofold.automations.facts.look import Look
from twofold.automations.ports import EnrolmentBook, ToldBefore
from twofold.automations.running.make_step import MakeStep, NothingToGive
from twofold.automations.running.progress import Progress
from twofold.campaigns.pace import Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeStep:
    book: EnrolmentBook
    make: MakeStep
    progress: Progress

    def __call__(
        self, automation: Automation, step: AnyStep, look: Look, pace: Pace, taken: int
    ) -> tuple[str, Enrolment]:
        """What came of it, and the enrolment after it. `taken`: codes that others were quicker to have.

        Raises EnrolmentMoved, LeadMoved, CodeTaken, after which everything is to be looked at anew.
        """
        if not look.holds(step.when):
            return "passed_over", self._pass_over(automation, step, look, pace)
        if isinstance(step, Stop):
            was = replace(look.enrolment, done=(*look.enrolment.done, step.id))
            return "stopped", self.end(was.ended("stopped", look.at), look)
        after = self.progress.behind(automation, step, look, pace)
        try:
            self.book.step(self.make(automation, step, look, after, taken))
        except ToldBefore:
            return "told_before", self._pass_over(automation, step, look, pace)
        except NothingToGive:
            return "no_code", self.end(look.enrolment.ended("no_code", look.at), look)
        return kind_of(step), after

    def end(self, after: Enrolment, look: Look) -> Enrolment:
        self.book.end(after, exited(after, look.at))
        return after

    def _pass_over(self, automation: Automation, step: AnyStep, look: Look, pace: Pace) -> Enrolment:
        after = self.progress.behind(automation, step, look, pace, done=False)
        events = [stepped(after, step, look.at, done=False)]
        if after.state == "ended":
            events.append(exited(after, look.at))
        self.book.step(StepDone(after=after, events=tuple(events)))
        return after
