"""How an enrolment stands when a step is behind it."""

from dataclasses import dataclass, replace

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import AnyStep, IssueCode
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.facts.look import Look
from twofold.automations.running.timing import NextStep, Timing
from twofold.campaigns.pace import Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    timing: Timing

    def behind(
        self, automation: Automation, step: AnyStep, look: Look, pace: Pace, *, done: bool = True
    ) -> Enrolment:
        """The enrolment that waits for what follows; or it is over: finished, or late, where its code ends before."""
        assert look.lead is not None
        at = look.at
        did = (*look.enrolment.done, step.id) if done else look.enrolment.done
        was = replace(look.enrolment, done=did, since=at)
        following = self.timing.next(automation, step.id, at, look.lead, pace)
        if following is None:
            return was.ended("finished", at)
        if not isinstance(step, IssueCode) and "code_over" in automation.ends and _too_late(following, look):
            return was.ended("late", at)
        return was.next(step=following.step.id, due_at=following.at)


def _too_late(following: NextStep, look: Look) -> bool:
    """Whether the next step would come when the code is over: nothing waits for nothing."""
    own = look.enrolment.gave or look.enrolment.code
    ends = look.code.expires_at if own and look.code else None
    return ends is not None and following.at >= ends
