"""Lets the leads of a daily segment into its automation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from twofold.automations.definition.automation import Automation, Daily
from twofold.automations.entering.candidate import draft
from twofold.automations.entering.enter import Enter
from twofold.automations.facts.values import quiet_days
from twofold.automations.ports import AutomationBook
from twofold.automations.running.versions import newest_of
from twofold.contracts.instants import Clock
from twofold.leads.ports import LeadBook


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterSegment:
    automations: AutomationBook
    leads: LeadBook
    enter: Enter
    clock: Clock

    def __call__(self, campaign_id: str, automation_id: str, day: date, lead_ids: Sequence[str]) -> int:
        """Answer how many entered. Who has done something since then, or is another campaign's lead, does not.

        The same leads and day again enter nobody twice. Raises Unavailable.
        """
        automation = newest_of(self.automations, campaign_id, automation_id)
        if automation is None or not automation.on or not isinstance(automation.trigger, Daily):
            return 0
        return sum(self._enter(automation, day, lead_id) for lead_id in lead_ids)

    def _enter(self, automation: Automation, day: date, lead_id: str) -> bool:
        lead, at = self.leads.lead(lead_id), self.clock()
        if lead is None or lead.origin is None or lead.origin.campaign_id != automation.campaign_id:
            return False
        assert isinstance(automation.trigger, Daily)
        if (quiet_days(lead, at) or 0) < automation.trigger.quiet_days:
            return False
        by = f"{automation.audience}#{day.isoformat()}"
        who = draft(automation, lead_id, lead.origin, by=by, at=at, cause=_cause(automation, day))
        return self.enter(automation, who) == "entered"


def _cause(automation: Automation, day: date) -> str:
    return day.isoformat() if automation.again.rule == "each" else ""
