"""Retention: leads who have been quiet for too long are erased, and what is older than evidence need be goes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from twofold.contracts.errors import PreconditionFailed, Unavailable
from twofold.contracts.instants import Clock
from twofold.contracts.settings import RetentionSettings
from twofold.leads.model import Lead
from twofold.leads.ports import LeadBook

from .erase import TRIES, EraseLead
from .model import ERASED
from .ports import Keeping

FIRST_DAY = date(2026, 11, 1)
"""Nobody was a lead before there was any of this."""

PATIENCE = timedelta(seconds=30)
"""How long one sweep goes on; the next one goes on where it ended."""

ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepNoLonger:
    keeping: Keeping
    leads: LeadBook
    erase: EraseLead
    settings: RetentionSettings
    clock: Clock

    def __call__(self) -> int:
        """Answer of how many leads something went. Raises Unavailable."""
        until = self.clock() + PATIENCE
        quiet = self._days("quiet", self.settings.quiet_leads_days, self._erase_quiet, until)
        return quiet + self._days("evidence", self.settings.evidence_days, self._drop_evidence, until)

    def _days(self, what: str, kept: int, do: Callable[[Lead, date], bool], until: datetime) -> int:
        """One day after the other, up to the last that is old enough; none where things are kept for good."""
        last, changed = self.clock().date() - ONE * (kept + 1), 0
        if not kept or last < FIRST_DAY:
            return changed
        through, after = self.keeping.done_through(what)
        day = through + ONE if through else FIRST_DAY
        while day <= last:
            for lead_id in self.keeping.of_day(day, after):
                if self.clock() >= until:
                    self._come_to(what, after)
                    return changed
                changed += self._as_it_stands(lead_id, day, do)
                after = lead_id
            self.keeping.done(what, day, self.clock())
            day, after = day + ONE, None
        return changed

    def _come_to(self, what: str, lead_id: str | None) -> None:
        if lead_id:
            self.keeping.come_to(what, lead_id, self.clock())

    def _as_it_stands(self, lead_id: str, day: date, do: Callable[[Lead, date], bool]) -> bool:
        """A lead that changes meanwhile is judged anew."""
        for _ in range(TRIES):
            lead = self.leads.lead(lead_id)
            try:
                return lead is not None and do(lead, day)
            except PreconditionFailed:
                continue
        raise Unavailable("A lead that may have to go changed too often.")

    def _erase_quiet(self, lead: Lead, day: date) -> bool:
        if lead.status == ERASED or (lead.active_on or "") > day.isoformat():
            return False
        self.erase(lead.lead_id, source="retention", expected=lead.version)
        return True

    def _drop_evidence(self, lead: Lead, day: date) -> bool:
        """Of marks, and of those who left and did nothing since; whoever is a lead keeps what proves it."""
        if lead.status not in (ERASED, "opted_out") or lead.left_at is None:
            return False
        if lead.left_at.date() > day:
            self.keeping.look_again(lead, lead.left_at.date())
            return False
        dropped = self.keeping.drop_consents(lead.lead_id, lead.consent_seq)
        if lead.status == ERASED:
            self.keeping.let_go(lead)
        return dropped > 0
