"""The limits that a campaign can have, by the keys that they are counted under."""

from collections.abc import Iterator

from twofold.campaigns.model import CodeLimits
from twofold.limits.spread import Spread


def codes(campaign_id: str, limits: CodeLimits) -> Spread | None:
    """Codes ever issued, each of which takes one."""
    return _spread("codes", campaign_id, limits.codes)


def redemptions(campaign_id: str, limits: CodeLimits) -> Spread | None:
    """Redemptions that stand, each of which takes one."""
    return _spread("redemptions", campaign_id, limits.redemptions)


def discount(campaign_id: str, limits: CodeLimits) -> Spread | None:
    """What is taken off in all, in minor units."""
    return _spread("discount", campaign_id, limits.discount)


def spreads(campaign_id: str, limits: CodeLimits) -> Iterator[Spread]:
    """All that there are."""
    for limit in (codes, redemptions, discount):
        if spread := limit(campaign_id, limits):
            yield spread


def _spread(name: str, campaign_id: str, most: int | None) -> Spread | None:
    return None if most is None else Spread(key=f"{name}#{campaign_id}", most=most)
