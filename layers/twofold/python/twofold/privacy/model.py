"""What is true of somebody who is forgotten."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from twofold.contracts.events import Envelope, LeadConfirmed, LeadErased
from twofold.contracts.instants import to_text
from twofold.leads.consent import Consent, Evidence
from twofold.leads.model import Lead
from twofold.ledger.record import Origin, record

ERASED = "erased"
"""The status of a lead of whom nothing is left but the mark, and the action of the link that says so."""

SETTLES = timedelta(seconds=10)
"""So long after the erasure may something still be stored by whoever looked at the lead before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """The lead as the mark that they become, on the version that was read, with its consent link and its event."""

    mark: Lead
    was_version: int
    consent: Consent
    event: Envelope

    @classmethod
    def of(cls, lead: Lead, *, source: str, told_by: str | None, at: datetime) -> Self:
        """`source`: partner, operator or retention. The mark keeps the ids of their codes, so that nobody is given a
        second one for having been forgotten, and when that was (`left_at`)."""
        link = _link(lead, source, at)
        mark = Lead(
            lead_id=lead.lead_id,
            status=ERASED,
            version=lead.version + 1,
            codes=lead.codes,
            consent_seq=link.seq,
            consent_digest=link.digest,
            left_at=at,
        )
        data = LeadErased(source=source, told_by=told_by)
        event = record(data, subject=lead.lead_id, version=mark.version, at=at)
        return cls(mark=mark, was_version=lead.version, consent=link, event=event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """Of whom all traces go that are from before `at`, and what the ledger tells of them, oldest first."""

    lead_id: str
    at: datetime
    events: tuple[Envelope, ...] = ()

    @property
    def until(self) -> datetime:
        """What was on its way as they were erased was stored by then."""
        return self.at + SETTLES

    @property
    def came_back(self) -> bool:
        """Whether they have signed up afresh since."""
        return any(isinstance(e.data, LeadConfirmed) and e.time > to_text(self.at) for e in self.events)

    def knowing(self, events: tuple[Envelope, ...]) -> Self:
        return replace(self, events=events)


def _link(lead: Lead, source: str, at: datetime) -> Consent:
    """It says who asked and when, and nothing of the person."""
    evidence = Evidence(
        address="",
        user_agent="",
        page_url=None,
        locale="",
        wording_version="",
        wording="",
        ticked_at=at,
        method=source,
    )
    return Consent(
        lead_id=lead.lead_id,
        seq=lead.consent_seq + 1,
        action=ERASED,
        at=at,
        scopes=(),
        evidence=evidence,
        origin=Origin(campaign_id=""),
        challenge_id="",
        previous=lead.consent_digest,
    )
