"""Was it a person who opened a link, or a machine that looked first? A guess, with the rule that it rests on."""

from datetime import timedelta

from twofold.visits.click import Click
from twofold.visits.machines import known_machine

from .model import Link

SOON = timedelta(seconds=4)
"""Nobody reads a text and taps its link sooner; phones and carriers look at it in that time."""

BURST = timedelta(seconds=2)
"""Clicks of one link that follow each other faster than this are a scanner's."""

CROWD = 12
"""Different links that one network opens within a minute, beyond which it is a scanner."""


def machine_rule(click: Click, link: Link) -> str | None:
    """What gives a machine away by itself; None when nothing does."""
    if known := known_machine(click):
        return known
    if click.at - link.made_at < SOON:
        return "too_soon"
    if link.last_at is not None and click.at - link.last_at < BURST:
        return "burst"
    return None
