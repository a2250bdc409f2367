"""What people get: the offer, what a friend is worth, and what is handed over for the sign-up."""

import re
from collections.abc import Iterator

from twofold.campaigns.address import is_web
from twofold.campaigns.model import Campaign
from twofold.campaigns.offer import LeadMagnet, Offer, ReferralOffer


def faults(path: str, campaign: Campaign) -> Iterator[str]:
    """A sentence for each fault of what the campaign gives."""
    yield from offer_faults(f"{path}.offer", campaign.offer)
    if campaign.referral:
        yield from _referral(f"{path}.referral", campaign.referral)
    if campaign.magnet:
        yield from _magnet(f"{path}.magnet", campaign.magnet, campaign.locale)


def offer_faults(path: str, offer: Offer) -> Iterator[str]:
    """A sentence for each fault of what a code is worth."""
    if not offer.title.strip():
        yield f"{path}.title: an offer has a name, such as 20 % off your first visit."
    if offer.kind == "percent" and not 0 < offer.value <= 100:
        yield f"{path}.value: the value of a percent offer is between 1 and 100."
    if offer.kind == "amount" and offer.value < 1:
        yield f"{path}.value: an amount is in minor units, 500 for 5.00, and more than nothing."
    if offer.kind == "amount" and not re.fullmatch("[A-Z]{3}", offer.currency or ""):
        yield f"{path}.currency: an amount is of a currency, such as EUR."
    if offer.valid_days is not None and offer.valid_days < 1:
        yield f"{path}.valid_days: a code is good for a day or more; without it, for ever."


def _referral(path: str, referral: ReferralOffer) -> Iterator[str]:
    if referral.most < 1:
        yield f"{path}.most: a lead is rewarded once or more; leave the referral out to reward nobody."
    if referral.offer:
        yield from offer_faults(f"{path}.offer", referral.offer)


def _magnet(path: str, magnet: LeadMagnet, locale: str) -> Iterator[str]:
    if not magnet.title.get(locale, "").strip():
        yield f"{path}.title: the title lacks `{locale}`, the campaign's own language."
    if bool(magnet.url) == bool(magnet.file):
        yield f"{path}: it has either a url or a file."
    if magnet.url and not is_web(magnet.url):
        yield f"{path}.url: this is an address that begins with https://."
    if magnet.days < 1:
        yield f"{path}.days: its link works for a day or more."
