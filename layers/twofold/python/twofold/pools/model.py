"""What is true of a campaign's pool, of a coupon in it, and of a promise that one follows."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from twofold.campaigns.offer import Offer
from twofold.codes.draw import tidy
from twofold.contracts.events import CodeIssued, Envelope
from twofold.contracts.instants import to_second
from twofold.leads.drawn import NewCode
from twofold.leads.model import Lead
from twofold.ledger.record import Origin, record
from twofold.limits.spread import Part

SHARDS = 16
"""Parts of a pool, each of which takes a sixteenth of what is given out. One hexadecimal digit names one."""

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
            pooled=self.spot.shard,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A lead who confirmed, at `origin` by this challenge, when there was no code.

    `charged` is the row of the campaign's cap that it has its place in, `referral` as `NewCode` has it.
    """

    lead_id: str
    origin: Origin
    challenge_id: str
    locale: str
    at: datetime
    charged: str | None = None
    referral: str | None = None

    @property
    def campaign_id(self) -> str:
        return self.origin.campaign_id

    @property
    def refund(self) -> Part | None:
        """What gives its place under the cap back."""
        return Part(row=self.charged, amount=-1, most=0) if self.charged else None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPromise:
    """What becomes true when a promise is kept: the `lead`, as that one was read, has the code."""

    promise: Promise
    lead: Lead
    code: NewCode
    at: datetime

    @property
    def event(self) -> Envelope:
        """It asks for the text that tells the code."""
        expires_at, promise = self.code.expires_at, self.promise
        data = CodeIssued(
            code=self.code.code,
            challenge_id=promise.challenge_id,
            expires_at=to_second(expires_at) if expires_at else None,
            cause="promise",
        )
        version = self.lead.version + 1
        return record(data, subject=promise.lead_id, version=version, at=self.at, origin=promise.origin)
