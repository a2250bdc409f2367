"""Reads leads' timelines, and remembers the last ones."""

from functools import lru_cache

from twofold.automations.definition.automation import Automation

from .ports import Happenings, Leads
from .timeline import Timeline

REMEMBERED = 1_000
"""Timelines, of some kilobytes each: whoever is met again soon is not read again."""


class Timelines:
    def __init__(self, happenings: Happenings, leads: Leads, automation: Automation) -> None:
        self._happenings, self._leads, self._automation = happenings, leads, automation
        self.of = lru_cache(maxsize=REMEMBERED)(self._read)

    def _read(self, lead_id: str) -> Timeline | None:
        """None of somebody who is no lead, or is erased: nothing is known of them any more."""
        lead = self._leads.lead(lead_id)
        if lead is None or lead.status == "erased":
            return None
        return Timeline.read(lead, self._happenings.subject(lead_id), self._automation)
