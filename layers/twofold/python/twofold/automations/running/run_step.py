"""Does the step that is due, after asking everything anew: once, whoever brings it and however often."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.automations.definition.automation import Automation
from twofold.automations.enrolments.enrolment import Enrolment, StepDue, due_of
from twofold.automations.entering.enter import PaceOf
from twofold.automations.facts.look import Look, Sources
from twofold.automations.leaving.exit_reason import why_over
from twofold.automations.ports import EnrolmentBook, EnrolmentMoved
from twofold.automations.running.postpone import Postpone
from twofold.automations.running.take_step import TakeStep
from twofold.automations.running.versions import Versions
from twofold.automations.running.wake import WakeStep
from twofold.campaigns.pace import Pace
from twofold.contracts.errors import Unavailable
from twofold.contracts.instants import Clock
from twofold.leads.ports import CodeTaken, LeadMoved

TRIES, NEARLY, PAUSED = 20, timedelta(minutes=1), timedelta(hours=6)
"""Looks at an enrolment that others change at the same moment; how early a schedule may be by a clock ahead of ours;
after what time a paused campaign is asked again."""

Outcome = tuple[str, Enrolment]
"""What came of it, and how the enrolment stands now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStep:
    sources: Sources
    versions: Versions
    book: EnrolmentBook
    postpone: Postpone
    take: TakeStep
    wake: WakeStep
    pace_of: PaceOf
    clock: Clock

    def __call__(self, due: StepDue) -> str:
        """Answer what came of the last step that was due: its kind, passed_over, put_off, why it is over, seen, gone.

        What is due behind it at the same moment is done, too. Raises Unavailable for another try.
        """
        outcome, taken = "seen", 0
        for _ in range(TRIES):
            enrolment = self.book.find(due.lead_id, due.key)
            if enrolment is None or enrolment.run != due.run:
                return "gone"
            if enrolment.revision != due.revision or enrolment.state != "running":
                # Whoever did the step may have died before the next one got its schedule.
                self.wake(enrolment)
                return outcome
            try:
                outcome, after = self._go_on(enrolment, taken)
            except (EnrolmentMoved, LeadMoved):
                continue
            except CodeTaken:
                taken += 1
                continue
            if not _is_due(after, self.clock()):
                self.wake(after)
                return outcome
            due, taken = due_of(after), 0
        raise Unavailable("Too many changes of one enrolment, or of a campaign's last codes, at once.")

    def _go_on(self, enrolment: Enrolment, taken: int) -> Outcome:
        at = self.clock()
        if enrolment.due_at and at < enrolment.due_at:
            return _early(enrolment, enrolment.due_at - at)
        look = self.sources.look(enrolment, at)
        automation = self.versions.of(enrolment)
        reason = why_over(automation, look) if automation else "switched_off"
        if automation is None or reason:
            return self._end(reason or "switched_off", look)
        pace = self.pace_of(look.campaign)
        if look.campaign.paused:
            return self._put_off(enrolment.next(due_at=at + pace.span(PAUSED)))
        if not look.holds(automation.lasting):
            return self._end("conditions", look)
        if enrolment.version != automation.version:
            return self._move(automation, look, pace)
        return self._step(automation, look, pace, taken)

    def _step(self, automation: Automation, look: Look, pace: Pace, taken: int) -> Outcome:
        step = automation.step(look.enrolment.step or "")
        if step is None:
            return self._end("finished", look)
        until: datetime | None = self.postpone(automation, step, look, pace)
        if until:
            return self._put_off(look.enrolment.next(due_at=until))
        return self.take(automation, step, look, pace, taken)

    def _move(self, automation: Automation, look: Look, pace: Pace) -> Outcome:
        after = self.versions.moved(automation, look, pace)
        if after.state == "ended":
            return "finished", self.take.end(after, look)
        return self._put_off(after)

    def _put_off(self, after: Enrolment) -> Outcome:
        self.book.put_off(after)
        return "put_off", after

    def _end(self, reason: str, look: Look) -> Outcome:
        return reason, self.take.end(look.enrolment.ended(reason, look.at), look)


def _early(enrolment: Enrolment, left: timedelta) -> Outcome:
    # Its schedule may be firing right now, under the name that a new one would have.
    if left < NEARLY:
        raise Unavailable("The step is early by less than a minute.")
    return "early", enrolment


def _is_due(enrolment: Enrolment, at: datetime) -> bool:
    return enrolment.state == "running" and enrolment.due_at is not None and enrolment.due_at <= at
