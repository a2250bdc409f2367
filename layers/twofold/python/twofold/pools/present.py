"""A code that a lead gets without a confirmation, because a partner says so."""

from dataclasses import dataclass
from datetime import datetime

from twofold.contracts.causes import PARTNER
from twofold.contracts.events import Envelope
from twofold.leads.drawn import NewCode
from twofold.leads.model import Lead
from twofold.ledger.record import Origin, record


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """What becomes true when a code is given: the `lead`, as that one was read, has it."""

    lead: Lead
    code: NewCode
    at: datetime

    @property
    def origin(self) -> Origin:
        return Origin(campaign_id=self.code.campaign_id)

    @property
    def event(self) -> Envelope:
        data, version = self.code.issued("", PARTNER), self.lead.version + 1
        return record(data, subject=self.lead.lead_id, version=version, at=self.at, origin=self.origin)
