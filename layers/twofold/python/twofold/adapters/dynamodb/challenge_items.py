"""Between a challenge and its stored form."""

from datetime import timedelta

from twofold.leads.model import Challenge
from twofold.leads.phone import Phone
from twofold.ledger.record import Origin

from .items import ChallengeItem

KEPT = timedelta(days=2)
"""How long after its expiry a challenge may stay: the discount code's text still needs it."""


def from_item(item: ChallengeItem) -> Challenge:
    return Challenge(
        challenge_id=item.challenge_id,
        lead_id=item.lead_id,
        phone=Phone(item.phone, item.country),
        origin=Origin(campaign_id=item.campaign_id, asset_id=item.asset_id, place=item.place),
        evidence=item.evidence,
        expires_at=item.expires_at,
        sent_at=item.sent_at,
        trusted=item.trusted,
        sends=int(item.sends),
        attempts=int(item.attempts),
        attributes=item.attributes_given,
        outcome=item.outcome,
        by=item.by or "code",
        consent_seq=int(item.consent_seq or 0),
        tap=item.tap,
    )


def to_item(challenge: Challenge) -> ChallengeItem:
    return ChallengeItem(
        challenge_id=challenge.challenge_id,
        lead_id=challenge.lead_id,
        phone=challenge.phone.e164,
        country=challenge.phone.country,
        campaign_id=challenge.origin.campaign_id,
        asset_id=challenge.origin.asset_id,
        place=challenge.origin.place,
        evidence=challenge.evidence,
        attributes_given=challenge.attributes,
        trusted=challenge.trusted,
        sends=challenge.sends,
        attempts=challenge.attempts,
        sent_at=challenge.sent_at,
        expires_at=challenge.expires_at,
        outcome=challenge.outcome,
        by=None if challenge.by == "code" else challenge.by,
        consent_seq=challenge.consent_seq or None,
        tap=challenge.tap,
        ttl=int((challenge.expires_at + KEPT).timestamp()),
    )
