"""How a lead's standing changes after they confirmed: they leave, come back, or are held back for a while."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from twofold.contracts.events import (
    Envelope,
    EventData,
    LeadOptedIn,
    LeadOptedOut,
    LeadStageChanged,
    LeadUpdated,
)
from twofold.ledger.record import Origin, record

from .consent import Consent, Evidence
from .model import Lead

REVIEW = "review"
"""Doubtful words: a person decides."""

RESTING = "resting"
"""The number could not be reached for a while."""

VERIFY_AGAIN = "verify_again"
"""The number may have a new owner, or is none: only a fresh confirmation lifts it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadChange:
    """The lead as it becomes, on the version that was read (0: there was none), with its consent link and events."""

    lead: Lead
    was_version: int
    consent: Consent | None
    events: tuple[Envelope, ...]

    @classmethod
    def opted_out(cls, lead: Lead, *, source: str, text: str, message_id: str | None, at: datetime) -> Self:
        """They leave: `text` is what they said, word for word. Of one we did not know, only the mark is kept."""
        consent = _link(lead, "withdrawn", (), text, at)
        after = replace(_kept(lead), status="opted_out", scopes=(), left_at=at)
        return cls._made(lead, after, consent, LeadOptedOut(source=source, message_id=message_id), at)

    @classmethod
    def opted_in(
        cls,
        lead: Lead,
        scopes: tuple[str, ...],
        *,
        source: str,
        text: str,
        message_id: str | None,
        at: datetime,
    ) -> Self:
        """They come back, to what they had agreed to before they left."""
        consent = _link(lead, "resumed", scopes, text, at)
        after = replace(_kept(lead), status="confirmed", scopes=scopes)
        return cls._made(lead, after, consent, LeadOptedIn(source=source, message_id=message_id), at)

    @classmethod
    def held(
        cls, lead: Lead, hold: str | None, *, until: datetime | None, failures: int, at: datetime
    ) -> Self:
        """Marketing is held back, or (None) let go again; a mere count of failures is no news."""
        after = replace(lead, hold=hold, held_until=until, failures=failures)
        news = LeadUpdated(changed=("hold",), hold=hold) if hold != lead.hold else None
        return cls._made(lead, after, None, news, at)

    @classmethod
    def tagged(
        cls, lead: Lead, add: tuple[str, ...] = (), remove: tuple[str, ...] = (), *, at: datetime
    ) -> Self | None:
        """Tags come and go; what is to do both comes. None when nothing of it changes anything."""
        came = tuple(tag for tag in dict.fromkeys(add) if tag not in lead.tags)
        gone = tuple(tag for tag in lead.tags if tag in remove and tag not in add)
        if not came and not gone:
            return None
        stay = tuple(tag for tag in lead.tags if tag not in gone)
        news = LeadUpdated(changed=("tags",), hold=lead.hold, tagged=came, untagged=gone)
        return cls._made(lead, replace(lead, tags=(*stay, *came)), None, news, at)

    @classmethod
    def staged(cls, lead: Lead, stage: str, by: str, *, at: datetime) -> Self | None:
        """They are moved, forward or back, to one of STAGES; `by` what or whom. None when they are there already."""
        if stage == lead.stage:
            return None
        news = LeadStageChanged(stage=stage, was=lead.stage, by=by)
        return cls._made(lead, replace(lead, stage=stage), None, news, at)

    @classmethod
    def _made(
        cls, lead: Lead, after: Lead, consent: Consent | None, data: EventData | None, at: datetime
    ) -> Self:
        version = lead.version + 1
        if consent:
            after = replace(after, consent_seq=consent.seq, consent_digest=consent.digest)
        after = replace(after, version=version)
        told = (
            [record(data, subject=lead.lead_id, version=version, at=at, origin=_origin(lead))] if data else []
        )
        return cls(lead=after, was_version=lead.version, consent=consent, events=tuple(told))


def stranger(lead_id: str, origin: Origin) -> Lead:
    """Someone we have no lead for, so that their wish to be left alone can be kept all the same."""
    return Lead(lead_id=lead_id, status="unknown", version=0, origin=origin)


def _kept(lead: Lead) -> Lead:
    # Whoever has the number now may not be who agreed: neither leaving nor coming back by text proves that.
    return lead if lead.hold == VERIFY_AGAIN else replace(lead, hold=None, held_until=None)


def _origin(lead: Lead) -> Origin:
    return lead.origin or Origin(campaign_id="")


def _link(lead: Lead, action: str, scopes: tuple[str, ...], text: str, at: datetime) -> Consent:
    evidence = Evidence(
        address="",
        user_agent="",
        page_url=None,
        locale=lead.locale or "",
        wording_version="",
        wording=text,
        ticked_at=at,
    )
    return Consent(
        lead_id=lead.lead_id,
        seq=lead.consent_seq + 1,
        action=action,
        at=at,
        scopes=scopes,
        evidence=evidence,
        origin=_origin(lead),
        challenge_id="",
        previous=lead.consent_digest,
    )
