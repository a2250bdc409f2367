"""A world whose campaign gives out coupons, and what is done to its stock."""

import secrets
from dataclasses import dataclass, field, replace
from itertools import count

from tests.fakes.samples import ANNA, BUFFET
from tests.fakes.world import World
from twofold.campaigns.model import Campaign, CodeLimits, CodePool
from twofold.codes.limited import codes
from twofold.contracts.events import CodeIssued, CodePromised, Envelope, PoolLow
from twofold.contracts.payloads.signups import Confirmation
from twofold.contracts.settings import LimitSettings
from twofold.pools.model import Coupon
from twofold.pools.promise import Promise
from twofold.pools.state import PoolState

ANYBODY = LimitSettings(ip_10min=100_000, ip_day=100_000)
_NUMBERS = count(604_000_000)


@dataclass
class Stock:
    world: World = field(default_factory=lambda: World(limits=ANYBODY))
    campaign: Campaign = BUFFET

    def run(self, pool: CodePool | None = None, codes: int | None = None, **campaign: object) -> None:
        """Change what the campaign gives out."""
        limits = CodeLimits(codes=codes)
        self.campaign = replace(BUFFET, pool=pool, limits=limits, **campaign)  # type: ignore[arg-type]
        self.world.books.upkeep.put_campaign(self.campaign)

    def deliver(self, many: int, **fields: object) -> list[Coupon]:
        texts = (f"POOL{secrets.token_hex(6).upper()}" for _ in range(many))
        name = self.campaign.campaign_id
        coupons = [Coupon.delivered(name, text, **fields) for text in texts]  # type: ignore[arg-type]
        self.world.books.pools.put(coupons)
        return coupons

    def left(self) -> int:
        return self.world.books.pools.count_up_to(self.campaign.campaign_id, 100_000)

    def come(self, phone: str | None = None) -> Confirmation:
        """Somebody new confirms, or the one with this number does so again."""
        self.world.clock.forward(seconds=1)
        return self.world.confirmed(phone or a_number())

    def claimed(self) -> int:
        """What is taken of the campaign's limit of codes."""
        limit = codes(self.campaign.campaign_id, self.campaign.limits)
        assert limit, "the campaign has none"
        return sum(self.world.books.parts.taken(limit.rows()).values())

    def promises(self) -> list[Promise]:
        return list(self.world.books.pools.waiting(self.campaign.campaign_id, 1_000))

    def state(self) -> PoolState:
        return self.world.books.pools.state(self.campaign.campaign_id)

    def notices(self) -> list[PoolLow]:
        told = self.world.books.upkeep.timeline(self.campaign.campaign_id)
        return [event.data for event in told if isinstance(event.data, PoolLow)]

    def promised(self, phone: str = ANNA) -> list[CodePromised]:
        return [e.data for e in self.world.timeline(phone) if isinstance(e.data, CodePromised)]

    def issued(self, phone: str = ANNA) -> list[Envelope]:
        return [e for e in self.world.timeline(phone) if isinstance(e.data, CodeIssued)]


def a_number() -> str:
    return f"+48{next(_NUMBERS)}"
