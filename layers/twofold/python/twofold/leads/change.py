"""How a lead's standing changes after they confirmed: they leave, come back, or are held back for a while."""

from collections.abc import Iterable
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
from twofold.contracts.payloads.leads import LeadPatch
from twofold.ledger.record import Origin, record

from .change_link import change_link, origin_of
from .consent import Consent
from .edit import edited, move_tags, news
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
    def opted_out(
        cls,
        lead: Lead,
        *,
        source: str,
        text: str,
        message_id: str | None,
        at: datetime,
        told_by: str | None = None,
    ) -> Self:
        """They leave: `text` is what they said, word for word. Of one we did not know, only the mark is kept.

        `told_by` is the system of the partner who told us, as `lead.opted_out.v1` has it.
        """
        method = "partner" if source == "partner" else "web"
        consent = change_link(lead, "withdrawn", (), text, method, at)
        after = replace(_kept(lead), status="opted_out", scopes=(), left_at=at)
        left = LeadOptedOut(source=source, message_id=message_id, told_by=told_by)
        return cls._made(lead, after, consent, [left], at)

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
        consent = change_link(lead, "resumed", scopes, text, "web", at)
        after = replace(_kept(lead), status="confirmed", scopes=scopes)
        return cls._made(lead, after, consent, [LeadOptedIn(source=source, message_id=message_id)], at)

    @classmethod
    def held(
        cls, lead: Lead, hold: str | None, *, until: datetime | None, failures: int, at: datetime
    ) -> Self:
        """Marketing is held back, or (None) let go again; a mere count of failures is no news."""
        after = replace(lead, hold=hold, held_until=until, failures=failures)
        told = [LeadUpdated(changed=("hold",), hold=hold)] if hold != lead.hold else []
        return cls._made(lead, after, None, told, at)

    @classmethod
    def tagged(
        cls, lead: Lead, add: tuple[str, ...] = (), remove: tuple[str, ...] = (), *, at: datetime
    ) -> Self | None:
        """Tags come and go; what is to do both comes. None when nothing of it changes anything."""
        moved = move_tags(lead, add, remove)
        if not moved.came and not moved.gone:
            return None
        told = LeadUpdated(changed=("tags",), hold=lead.hold, tagged=moved.came, untagged=moved.gone)
        return cls._made(lead, replace(lead, tags=moved.tags), None, [told], at)

    @classmethod
    def staged(cls, lead: Lead, stage: str, by: str, *, at: datetime) -> Self | None:
        """They are moved, forward or back, to one of STAGES; `by` what or whom. None when they are there already."""
        if stage == lead.stage:
            return None
        told = LeadStageChanged(stage=stage, was=lead.stage, by=by)
        return cls._made(lead, replace(lead, stage=stage), None, [told], at)

    @classmethod
    def updated(cls, lead: Lead, patch: LeadPatch, told_by: str | None, *, at: datetime) -> Self | None:
        """A partner edits attributes, tags and stage. None when all of it is so already.

        Raises InvalidRequest when it is more than one lead may have.
        """
        after = edited(lead, patch)
        told = tuple(news(lead, after, patch, told_by))
        return cls._made(lead, after, None, told, at) if told else None

    @classmethod
    def _made(
        cls, lead: Lead, after: Lead, consent: Consent | None, told: Iterable[EventData], at: datetime
    ) -> Self:
        version, origin = lead.version + 1, origin_of(lead)
        if consent:
            after = replace(after, consent_seq=consent.seq, consent_digest=consent.digest)
        events = (record(data, subject=lead.lead_id, version=version, at=at, origin=origin) for data in told)
        return cls(
            lead=replace(after, version=version),
            was_version=lead.version,
            consent=consent,
            events=tuple(events),
        )


def stranger(lead_id: str, origin: Origin) -> Lead:
    """Someone we have no lead for, so that their wish to be left alone can be kept all the same."""
    return Lead(lead_id=lead_id, status="unknown", version=0, origin=origin)


def _kept(lead: Lead) -> Lead:
    # Whoever has the number now may not be who agreed: neither leaving nor coming back by text proves that.
    return lead if lead.hold == VERIFY_AGAIN else replace(lead, hold=None, held_until=None)
