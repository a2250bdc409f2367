"""What is over before it begins: no fault, since so a campaign is ended, but nobody should do it unawares."""

from collections.abc import Iterator
from datetime import datetime

from twofold.campaigns.model import Campaign
from twofold.campaigns.offer import Offer
from twofold.contracts.instants import to_second


def over(path: str, campaign: Campaign, at: datetime) -> Iterator[str]:
    """A sentence for each end that has passed, beginning with its path. All have a time zone (`codes.ends`)."""
    if campaign.ends_at and campaign.ends_at <= at:
        yield f"{path}.ends_at: {to_second(campaign.ends_at)} has passed, so nobody can sign up."
    yield from _codes(f"{path}.offer", campaign.offer, at)
    if campaign.referral and campaign.referral.offer:
        yield from _codes(f"{path}.referral.offer", campaign.referral.offer, at)


def _codes(path: str, offer: Offer, at: datetime) -> Iterator[str]:
    ends_at = offer.rules and offer.rules.ends_at
    if ends_at and ends_at <= at:
        yield f"{path}.rules.ends_at: {to_second(ends_at)} has passed, so a code is over when it is given out."
