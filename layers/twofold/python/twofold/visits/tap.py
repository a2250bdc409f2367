"""What is true of a genuine tap of an authenticated sign."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.contracts.errors import Forbidden

FRESH = timedelta(hours=1)
"""How long after a tap a number may be left for it: time to talk to the waiter, not to pass the link on for days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """`uid` is the chip's own number, in hex. `counter` rises with each of its taps: a copied link's does not."""

    asset_id: str
    uid: str
    counter: int
    visit_id: str
    at: datetime


def tap_needed() -> Forbidden:
    """The same whatever is wrong with the tap: it was none, of another sign, too long ago, or somebody's already."""
    return Forbidden(
        "This offer is for those who tap the sign. Tap it once more and leave your number then.",
        code="tap_needed",
    )
