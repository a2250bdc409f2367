"""Which version of an automation an enrolment goes on with."""

from dataclasses import dataclass, replace

from twofold.campaigns.pace import Pace
from twofold.contracts.errors import NotFound

from .definition import Automation
from .enrolment import Enrolment
from .look import Look
from .ports import AutomationBook
from .timing import Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    automations: AutomationBook
    timing: Timing

    def of(self, enrolment: Enrolment) -> Automation | None:
        """Its own, or the one that all who ran were moved to when it was saved; None while it is switched off."""
        newest = self._newest(enrolment)
        if newest is None or not newest.on:
            return None
        version = max(enrolment.version, newest.moved_to)
        if version == newest.version:
            return newest
        try:
            return self.automations.version(enrolment.campaign_id, enrolment.automation_id, version)
        except NotFound:
            return None

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
        of, automation_id, version = enrolment.campaign_id, enrolment.automation_id, enrolment.version
        try:
            ids = [step.id for step in self.automations.version(of, automation_id, version).acting]
        except NotFound:
            ids = []
        passed = ids[: ids.index(enrolment.step)] if enrolment.step in ids else []
        return frozenset((*passed, *enrolment.done))

    def _newest(self, enrolment: Enrolment) -> Automation | None:
        found = self.automations.of_campaign(enrolment.campaign_id)
        return next((each for each in found if each.automation_id == enrolment.automation_id), None)
