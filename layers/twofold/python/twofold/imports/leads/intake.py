"""Takes people out of a file among the leads."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import Unavailable
from twofold.contracts.instants import Clock
from twofold.imports.model import KNOWN, SUPPRESSED, Import
from twofold.imports.row import Row
from twofold.leads.phone import LeadIdentity

from .arrival import arrive, outcome
from .entry import Entry
from .ports import ArrivalBook
from .rows import rows

TRIES = 10
"""Looks at leads that others change at the same moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadIntake:
    campaigns: CampaignBook
    book: ArrivalBook
    identify: LeadIdentity
    clock: Clock

    def rows(self, pieces: Iterable[bytes], job: Import) -> Iterator[Row[Entry]]:
        assert job.begun_at
        return rows(pieces, self.campaigns.campaign(job.campaign_id), self.identify, job.begun_at)

    def plan(self, job: Import, entries: Sequence[Entry]) -> str:
        known = self.book.leads([entry.lead_id for entry in entries])
        return "".join(outcome(known.get(entry.lead_id), entry) for entry in entries)

    def take(self, job: Import, entries: Sequence[Entry], plan: str) -> None:
        """By how each lead stands now: whoever has left since the plan was made is left alone."""
        waiting = [e for e, each in zip(entries, plan, strict=True) if each not in (KNOWN, SUPPRESSED)]
        for _ in range(TRIES):
            if not waiting:
                return
            moved = self._store(job, waiting)
            waiting = [entry for entry in waiting if entry.lead_id in moved]
        raise Unavailable("Leads of the file changed too often.")

    def _store(self, job: Import, entries: Sequence[Entry]) -> set[str]:
        known, at = self.book.leads([entry.lead_id for entry in entries]), self.clock()
        locale = self.campaigns.campaign(job.campaign_id).locale
        changes = (arrive(known.get(entry.lead_id), entry, job, locale, at) for entry in entries)
        return set(self.book.store([change for change in changes if change]))

    def ended(self, job: Import) -> None:
        """Nobody waits for it: no message follows an import."""
