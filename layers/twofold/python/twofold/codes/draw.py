"""Draws discount codes that nobody can guess and a person can read out over the phone."""

import secrets
from datetime import datetime

from twofold.campaigns.model import Campaign
from twofold.leads.drawn import NewCode

from .tidy import tidy

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 characters, five bits each, without 0 and O, 1 and I."""

LENGTH = 10


def draw_code(campaign: Campaign, at: datetime) -> NewCode:
    """50 random bits behind the campaign's prefix (as `tidy` leaves it), worth what its offer says now."""
    return NewCode(
        code=tidy(campaign.code_prefix) + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH)),
        campaign_id=campaign.campaign_id,
        brand=campaign.brand,
        offer=campaign.offer,
        expires_at=campaign.offer.expiry(at),
    )
