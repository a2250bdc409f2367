"""A code that a lead gets without a confirmation, because a partner says so."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from twofold.contracts.events import CodeIssued, Envelope
from twofold.contracts.instants import to_second
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
        expires_at = self.code.expires_at
        data = CodeIssued(
            code=self.code.code,
            challenge_id="",
            expires_at=to_second(expires_at) if expires_at else None,
            cause="partner",
        )
        version = self.lead.version + 1
        return record(data, subject=self.lead.lead_id, version=version, at=self.at, origin=self.origin)


class GiftBook(Protocol):
    def given(self, lead_id: str, campaign_id: str) -> NewCode | None:
        """The code of this campaign that a partner gave to the lead."""

    def give(self, present: Present) -> None:
        """Issue the code and give it to the lead, with the event that tells it: all or nothing.

        Raises CodeTaken when the code, or its place in the pool or under the limit, is somebody's by now, LeadMoved
        when the lead is not as read or was given one of the campaign before.
        """
