"""When a code is good, and how many there are: rules, limits, the pool and places."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from twofold.campaigns.model import Campaign, CodeLimits
from twofold.campaigns.offer import CodeRules, Offer

from .meant import meant

CURRENCY = re.compile("[A-Z]{3}")
PLACE = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
"""What a till may name as its place."""

MOST_LISTED = 100
MOST_USES = 100
LONGEST = 100
"""Characters of a place's name."""


def faults(path: str, campaign: Campaign) -> Iterator[str]:
    """A sentence for each fault of what the campaign's codes are bound to; what they are worth is checked elsewhere."""
    yield from _places(f"{path}.places", campaign)
    yield from rules_faults(f"{path}.offer", campaign.offer, campaign)
    if campaign.referral and campaign.referral.offer:
        yield from rules_faults(f"{path}.referral.offer", campaign.referral.offer, campaign)
    yield from _limits(f"{path}.limits", campaign.limits, campaign.offer)
    if campaign.pool and campaign.pool.low_at < 0:
        yield f"{path}.pool.low_at: this is 0 or more; at so many left somebody is told."


def ends(path: str, starts_at: datetime | None, ends_at: datetime | None) -> Iterator[str]:
    """A sentence for each fault of a time that has a beginning and an end."""
    told = {name: at for name, at in (("starts_at", starts_at), ("ends_at", ends_at)) if at}
    vague = [name for name, at in told.items() if at.tzinfo is None]
    for name in vague:
        yield f"{path}.{name}: say of which time zone, as in 2026-12-01T00:00:00Z."
    if not vague and len(told) == 2 and told["ends_at"] <= told["starts_at"]:
        yield f"{path}.ends_at: it ends before it begins."


def _places(path: str, campaign: Campaign) -> Iterator[str]:
    for place, name in campaign.places.items():
        if not PLACE.fullmatch(place):
            yield f"{path}.{place}: a place's id has up to 64 letters, digits and _ . : - and no space."
        if not name.strip() or not name.isprintable() or len(name) > LONGEST:
            yield f"{path}.{place}: what people call it is one line of up to {LONGEST} characters."


def rules_faults(path: str, offer: Offer, campaign: Campaign) -> Iterator[str]:
    """A sentence for each fault of when an offer of the campaign's is good."""
    if offer.currency is not None and not CURRENCY.fullmatch(offer.currency) and offer.kind != "amount":
        yield f"{path}.currency: this is three letters, such as EUR."
    if offer.rules is None:
        return
    rules, path = offer.rules, f"{path}.rules"
    yield from _basket(path, rules, offer)
    yield from _listed(f"{path}.products", rules.products, "a product's id, as the shop calls it")
    yield from _listed(f"{path}.places", rules.places, "a place's id")
    for position, place in enumerate(rules.places):
        if place and place not in campaign.places:
            hint = meant(place, campaign.places)
            yield f"{path}.places[{position}]: `{place}` is none of the campaign's places{hint}"
    yield from ends(path, rules.starts_at, rules.ends_at)
    if not 1 <= rules.uses <= MOST_USES:
        yield f"{path}.uses: a code is good for 1 to {MOST_USES} orders."


def _basket(path: str, rules: CodeRules, offer: Offer) -> Iterator[str]:
    if rules.minimum is None:
        return
    if rules.minimum < 1:
        yield f"{path}.minimum: this is in minor units, 4000 for 40.00; leave it out to ask for none."
    if offer.currency is None:
        yield f"{path}.minimum: a least basket is of a currency; say it as the offer's `currency`, such as EUR."


def _listed(path: str, named: Sequence[str], what: str) -> Iterator[str]:
    if len(named) > MOST_LISTED:
        yield f"{path}: this is a list of {MOST_LISTED} at most."
    for position, one in enumerate(named):
        if not one.strip() or len(one) > 128:
            yield f"{path}[{position}]: this is {what}, of up to 128 characters."
        if one in named[:position]:
            yield f"{path}[{position}]: `{one}` stands there already."


def _limits(path: str, limits: CodeLimits, offer: Offer) -> Iterator[str]:
    for name in ("codes", "redemptions", "discount"):
        most = getattr(limits, name)
        if most is not None and most < 1:
            yield f"{path}.{name}: this is 1 or more; leave it out to have no limit."
    if limits.discount is None:
        return
    if not CURRENCY.fullmatch(limits.currency or ""):
        yield f"{path}.currency: a limit of the discount is of a currency, such as EUR."
    elif offer.currency not in (None, limits.currency):
        yield f"{path}.currency: the offer is in {offer.currency}, and so is what it takes off."
    if offer.kind == "item":
        yield f"{path}.discount: what a free item is worth only the shop knows; limit the redemptions instead."
