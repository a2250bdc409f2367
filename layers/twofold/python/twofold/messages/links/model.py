"""What is true of a short link."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.ledger.record import Origin

KEPT = timedelta(days=400)
"""How long a text's link works: longer than any code is good for."""

SLUG = 9
"""Characters: 52 random bits, since the page behind a link may show a discount code."""

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
"""No 0, O, 1, I, l: people copy links by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where a slug leads, and on whose behalf. `human_at` and `machine_at`: the first click that we take for either's.

    `last_at` is the click before the one that is looked at; before there was any, when the link was made.
    """

    slug: str
    target: str
    message_id: str
    lead_id: str
    origin: Origin
    made_at: datetime
    clicks: int = 0
    human_at: datetime | None = None
    machine_at: datetime | None = None
    last_at: datetime | None = None


def slug_of(key: bytes, message_id: str) -> str:
    """A message's slug: the same each time it is worked out, and not to be guessed without the key."""
    number = int.from_bytes(hmac.digest(key, message_id.encode(), "sha256"), "big")
    return "".join(_ALPHABET[number // len(_ALPHABET) ** n % len(_ALPHABET)] for n in range(SLUG))
