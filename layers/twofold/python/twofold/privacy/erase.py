"""Forgets a lead: from this moment on they are a mark. What else is kept of them, `ForgetLead` removes."""

from dataclasses import dataclass

from twofold.contracts.errors import NotFound, Unavailable
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.privacy import ErasedLead
from twofold.contracts.versions import insist_on_version
from twofold.leads.ports import LeadBook, LeadMoved

from .model import ERASED, Erasure
from .ports import ErasureBook

TRIES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseLead:
    leads: LeadBook
    book: ErasureBook
    clock: Clock

    def __call__(
        self, lead_id: str, *, source: str, told_by: str | None = None, expected: int | None = None
    ) -> ErasedLead:
        """Whoever is erased already stays so, and nothing new is told.

        `expected` is the version that the caller has seen. Raises NotFound, PreconditionFailed, and Unavailable when
        the lead changed every time.
        """
        for _ in range(TRIES):
            lead = self.leads.lead(lead_id)
            if lead is None:
                raise NotFound("We do not know this lead.", code="lead_not_found")
            if lead.status == ERASED:
                break
            insist_on_version(expected, lead.version)
            try:
                self.book.erase(Erasure.of(lead, source=source, told_by=told_by, at=self.clock()))
            except LeadMoved:
                continue
            break
        else:
            raise Unavailable("The lead changed too often.")
        return ErasedLead(lead_id=lead_id, status=ERASED)
