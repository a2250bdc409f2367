"""The links of consent chains, read and, where somebody is erased, emptied."""

from collections.abc import Sequence

from twofold.leads.consent import Consent, Evidence
from twofold.leads.kept_consent import KeptConsent
from twofold.ledger.record import Origin

from .items import ConsentItem
from .reading import reaching_database


class DynamoConsentBook:
    def chain(self, lead_id: str) -> Sequence[KeptConsent]:
        with reaching_database():
            return [kept_from(item) for item in ConsentItem.query(lead_id, consistent_read=True)]


def kept_from(item: ConsentItem) -> KeptConsent:
    if item.evidence:
        return KeptConsent.of(_consent(item, item.evidence), item.digest)
    return KeptConsent(
        lead_id=item.lead_id,
        seq=int(item.seq),
        action=item.action,
        at=item.at,
        scopes=tuple(item.scopes),
        previous=item.previous,
        digest=item.digest,
        content=None,
        commitment=item.commitment,
    )


def _consent(item: ConsentItem, evidence: Evidence) -> Consent:
    return Consent(
        lead_id=item.lead_id,
        seq=int(item.seq),
        action=item.action,
        at=item.at,
        scopes=tuple(item.scopes),
        evidence=evidence,
        origin=Origin(campaign_id=item.campaign_id or "", asset_id=item.asset_id, place=item.place),
        challenge_id=item.challenge_id or "",
        previous=item.previous,
        salt=item.salt,
    )
