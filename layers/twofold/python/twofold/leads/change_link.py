"""The consent link that a lead's change makes: of what they said when they left or came back."""

from datetime import datetime

from twofold.ledger.record import Origin

from .consent import Consent, Evidence
from .model import Lead


def change_link(
    lead: Lead, action: str, scopes: tuple[str, ...], text: str, method: str, at: datetime
) -> Consent:
    """`text` is what they said, word for word; `method` how we heard of it, as `Evidence` has it."""
    evidence = Evidence(
        address="",
        user_agent="",
        page_url=None,
        locale=lead.locale or "",
        wording_version="",
        wording=text,
        ticked_at=at,
        method=method,
    )
    return Consent(
        lead_id=lead.lead_id,
        seq=lead.consent_seq + 1,
        action=action,
        at=at,
        scopes=scopes,
        evidence=evidence,
        origin=origin_of(lead),
        challenge_id="",
        previous=lead.consent_digest,
    )


def origin_of(lead: Lead) -> Origin:
    """Where they met us first; nowhere, as far as we know, for somebody who only ever left."""
    return lead.origin or Origin(campaign_id="")
