"""What is true of a campaign's pool, and of a coupon in it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from twofold.campaigns.offer import Offer
from twofold.codes.tidy import tidy
from twofold.leads.drawn import NewCode

SHARDS = 16
"""Parts of a pool, each of which takes a sixteenth of what is given out.

Never changed: the part of a stored coupon is the first hexadecimal digit of its code's hash, and a part of its key.
"""

SPOT_DIGITS = 9
"""Hexadecimal digits that say where in a pool a coupon lies: the shard, then eight that scatter it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a coupon lies, as the database knows it. Codes that look alike lie far apart."""

    shard: str
    row: str


def spot_of(campaign_id: str, code: str) -> Spot:
    """By the first 36 bits of the code's SHA-256, so whoever knows a coupon knows where it lies."""
    digits = hashlib.sha256(code.encode()).hexdigest()[:SPOT_DIGITS]
    return Spot(shard=shard_of(campaign_id, int(digits[0], 16)), row=f"{digits[1:]}#{code}")


def shard_of(campaign_id: str, number: int) -> str:
    """The key of a part, which is counted from 0 and written in decimal."""
    return f"{campaign_id}#{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coupon:
    """A coupon of a campaign: `code` as it is looked up, `written` as it was delivered where that differs.

    `expires_at` is the coupon's own end; the offer's may come before.
    """

    code: str
    campaign_id: str
    written: str | None = None
    expires_at: datetime | None = None
    import_id: str | None = None

    @classmethod
    def delivered(
        cls,
        campaign_id: str,
        text: str,
        *,
        expires_at: datetime | None = None,
        import_id: str | None = None,
    ) -> Self:
        """As it was written in a delivery or in a line of a file."""
        code, bare = tidy(text), text.strip()
        return cls(
            code=code,
            campaign_id=campaign_id,
            written=bare if bare != code else None,
            expires_at=expires_at,
            import_id=import_id,
        )

    @property
    def spot(self) -> Spot:
        return spot_of(self.campaign_id, self.code)

    def given(self, brand: str, offer: Offer, at: datetime) -> NewCode:
        """The discount code that it becomes, worth what the offer says; good until the earlier of the two ends."""
        ends = [end for end in (self.expires_at, offer.expiry(at)) if end]
        return NewCode(
            code=self.code,
            campaign_id=self.campaign_id,
            brand=brand,
            offer=offer,
            expires_at=min(ends, default=None),
            written=self.written,
            pooled=True,
        )
