"""How fast a campaign's days go by: only one machine may hurry them, to show in a minute what takes weeks."""

from collections.abc import Iterator

from twofold.campaigns.model import Campaign

DAY = 86_400


def faults(path: str, campaign: Campaign) -> Iterator[str]:
    """A sentence where a day is of no sensible length."""
    if campaign.day_seconds is not None and not 1 <= campaign.day_seconds <= DAY:
        yield f"{path}.day_seconds: a day takes 1 to {DAY} seconds; leave it out to have days as they are."


def elsewhere(path: str, campaign: Campaign) -> Iterator[str]:
    """A sentence where it would go into a deployment with people in it: they live by the days that there are."""
    if campaign.day_seconds is not None:
        yield f"{path}.day_seconds: only on one's own machine (ENV=local) a day takes another time; leave it out."
