"""Which version of an automation an enrolment goes on with."""

from dataclasses import dataclass, replace

from twofold.automations.definition.automation import Automation
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.facts.look import Look
from twofold.automations.ports import AutomationBook
from twofold.automations.running.timing import Timing
from twofold.campaigns.pace import Pace
from twofold.contracts.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    automations: AutomationBook
    timing: Timing

    def of(self, enrolment: Enrolment) -> Automation | None:
        return counting(self.automations, enrolment)

    def moved(self, automation: Automation, look: Look, pace: Pace) -> Enrolment:
        """The enrolment as it stands in the newer version: what lies behind it is never done again.

        It goes on behind the last step that both know, done or passed over, with the waits that stand there now,
        reckoned from that step's moment; it is over where nothing comes after.
        """
        enrolment = look.enrolment
        assert look.lead is not None
        behind = self._behind(enrolment)
        known = [step.id for step in automation.acting if step.id in behind]
        after, moved = known[-1] if known else None, replace(enrolment, version=automation.version)
        following = self.timing.next(automation, after, enrolment.since, look.lead, pace)
        if following is None:
            return moved.ended("finished", look.at)
        return moved.next(step=following.step.id, due_at=following.at)

    def _behind(self, enrolment: Enrolment) -> frozenset[str]:
        """The steps that it did, and those that came before its next one and were passed over."""
        own = saved(self.automations, enrolment, enrolment.version)
        ids = [step.id for step in own.acting] if own else []
        passed = ids[: ids.index(enrolment.step)] if enrolment.step in ids else []
        return frozenset((*passed, *enrolment.done))


def counting(automations: AutomationBook, enrolment: Enrolment) -> Automation | None:
    """The version that counts for an enrolment: its own, or the one that all who ran were moved to when it was saved.

    None while the automation is switched off, or when that version is gone.
    """
    newest = newest_of(automations, enrolment.campaign_id, enrolment.automation_id)
    if newest is None or not newest.on:
        return None
    version = max(enrolment.version, newest.moved_to)
    return newest if version == newest.version else saved(automations, enrolment, version)


def newest_of(automations: AutomationBook, campaign_id: str, automation_id: str) -> Automation | None:
    found = automations.of_campaign(campaign_id)
    return next((each for each in found if each.automation_id == automation_id), None)


def saved(automations: AutomationBook, enrolment: Enrolment, version: int) -> Automation | None:
    """A version of an enrolment's automation as it was saved; None where it is gone."""
    try:
        return automations.version(enrolment.campaign_id, enrolment.automation_id, version)
    except NotFound:
        return None
