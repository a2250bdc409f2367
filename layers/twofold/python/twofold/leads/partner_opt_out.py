"""A partner tells that a lead wants no more texts."""

from dataclasses import dataclass

from twofold.contracts.instants import Clock
from twofold.contracts.payloads.leads import OptedOut, OptOutRequest

from .change import LeadChange
from .change_lead import change_lead
from .existing import existing
from .model import Lead
from .ports import LeadBook

PARTNER = "partner"
"""The source of what a partner tells, and the words where they brought none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerOptOut:
    book: LeadBook
    clock: Clock

    def __call__(self, lead_id: str, request: OptOutRequest, *, told_by: str | None) -> tuple[OptedOut, bool]:
        """How the lead stands, and whether it was this call that made it so. Raises NotFound, Unavailable."""
        standing: Lead

        def left(found: Lead | None) -> LeadChange | None:
            nonlocal standing
            standing = existing(found)
            if standing.status == "opted_out":
                return None
            made = LeadChange.opted_out(
                standing,
                source=PARTNER,
                text=request.text or PARTNER,
                message_id=None,
                at=self.clock(),
                told_by=told_by,
            )
            standing = made.lead
            return made

        new = change_lead(self.book, lead_id, left)
        told = OptedOut(lead_id=lead_id, status=standing.status, version=standing.version)
        return told, new
