"""What becomes of a lead, or of nobody, when a file brings them. Whoever left or was erased stays as they are."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from twofold.contracts.events import EventData, LeadImported, LeadUpdated
from twofold.contracts.payloads.leads import MOST_ATTRIBUTES
from twofold.imports.model import CONFIRMED, KNOWN, PENDING, SUPPRESSED, UPDATED, Import
from twofold.leads.change import LeadChange
from twofold.leads.consent import Consent
from twofold.leads.model import Lead
from twofold.ledger.record import Origin, record

from .entry import Entry, Proof

BY = "import"
"""The origin of its events: they lead to no message."""


def outcome(lead: Lead | None, entry: Entry) -> str:
    """What the entry comes to, as a letter of `imports.model`."""
    if lead is None:
        return CONFIRMED if entry.proof else PENDING
    if lead.status not in ("confirmed", "pending"):
        return SUPPRESSED
    if lead.status == "pending" and entry.proof:
        return CONFIRMED
    return UPDATED if _filled(lead, entry) != lead else KNOWN


def arrive(
    lead: Lead | None, entry: Entry, job: Import, campaign_locale: str, at: datetime
) -> LeadChange | None:
    """None where nothing changes, as when it was done before."""
    comes = outcome(lead, entry)
    if comes in (SUPPRESSED, KNOWN):
        return None
    if lead and comes == UPDATED:
        return _updated(lead, entry, at)
    new = lead or Lead(lead_id=entry.lead_id, status="pending", version=0)
    origin = new.origin or Origin(campaign_id=job.campaign_id)
    met = replace(_filled(new, entry), phone=entry.phone, origin=origin)
    met = replace(met, locale=met.locale or campaign_locale, tags=met.tags or entry.tags)
    consent = _consent(new, entry.proof, origin, at) if entry.proof else None
    after = _agreed(met, consent) if consent else met
    news = LeadImported(
        import_id=job.import_id,
        status=after.status,
        consent_version=(consent.evidence.wording_version or None) if consent else None,
    )
    return _made(new, after, consent, news, at)


def _filled(lead: Lead, entry: Entry) -> Lead:
    """What nobody knew of them yet, as far as a lead has room for it; what is known stays."""
    known: Mapping[str, str] = lead.attributes or {}
    told = {name: value for name, value in entry.attributes.items() if not known.get(name)}
    beyond = [name for name in told if name not in known][max(0, MOST_ATTRIBUTES - len(known)) :]
    blank = {name: value for name, value in told.items() if name not in beyond}
    attributes = {**known, **blank} if blank else lead.attributes
    return replace(lead, attributes=attributes, locale=lead.locale or entry.locale)


def _updated(lead: Lead, entry: Entry, at: datetime) -> LeadChange:
    after = _filled(lead, entry)
    was, now = lead.attributes or {}, after.attributes or {}
    fields = tuple(name for name in now if now[name] != was.get(name))
    changed = (*(("attributes",) if fields else ()), *(("locale",) if after.locale != lead.locale else ()))
    return _made(lead, after, None, LeadUpdated(changed=changed, fields=fields, hold=lead.hold), at)


def _consent(lead: Lead, proof: Proof, origin: Origin, at: datetime) -> Consent:
    return Consent(
        lead_id=lead.lead_id,
        seq=lead.consent_seq + 1,
        action="imported",
        at=at,
        scopes=proof.scopes,
        evidence=proof.evidence,
        origin=origin,
        challenge_id="",
        previous=lead.consent_digest,
    )


def _agreed(lead: Lead, consent: Consent) -> Lead:
    return replace(
        lead,
        status="confirmed",
        scopes=consent.scopes,
        consent_seq=consent.seq,
        consent_digest=consent.digest,
    )


def _made(lead: Lead, after: Lead, consent: Consent | None, news: EventData, at: datetime) -> LeadChange:
    version = lead.version + 1
    told = record(news, subject=lead.lead_id, version=version, at=at, origin=after.origin, by=BY)
    return LeadChange(
        lead=replace(after, version=version), was_version=lead.version, consent=consent, events=(told,)
    )
