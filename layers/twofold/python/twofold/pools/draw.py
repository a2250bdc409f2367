"""Draws the code that a lead is to get: a coupon of the campaign's pool or one of our own, within its limit."""

import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from twofold.campaigns.model import Campaign, CodePool
from twofold.codes import limited
from twofold.codes.draw import draw_code
from twofold.leads.drawn import Drawn, NoCode
from twofold.limits.ports import Parts
from twofold.limits.spread import Chance, Part, Spread

from .model import SHARDS, SPOT_DIGITS, Coupon
from .notice import notice
from .ports import CodePoolBook, PoolRegister


def draw_start() -> str:
    """Where to begin to look in a pool."""
    return secrets.token_hex(SPOT_DIGITS)[:SPOT_DIGITS]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawCode:
    """A `CodeDraw`. Where a campaign has neither pool nor limit nothing is read; nothing is ever written for a code."""

    pools: CodePoolBook
    register: PoolRegister
    parts: Parts
    draw_start: Callable[[], str] = draw_start
    chance: Chance = random.random

    def __call__(self, campaign: Campaign, at: datetime, taken: int = 0) -> Drawn:
        """What the lead is to get; theirs only with the action that issues it.

        `taken` counts those that were somebody's by then. The first place under the limit is picked blindly, later
        ones among those with room, so that nobody is refused while there is any.
        """
        spread = limited.codes(campaign.campaign_id, campaign.limits)
        if spread is None:
            return self.uncharged(campaign, at)
        charge = self._place(spread, taken)
        return replace(self.uncharged(campaign, at), charge=charge) if charge else NoCode("used_up")

    def uncharged(self, campaign: Campaign, at: datetime) -> Drawn:
        """The same without a place under the limit, for who has one already."""
        pool = campaign.pool
        coupon = self._coupon(campaign, pool, at) if pool else None
        if coupon:
            return coupon.given(campaign.brand, campaign.offer, at)
        return NoCode("promised") if pool and pool.when_dry == "promise" else draw_code(campaign, at)

    def returned(self, campaign: Campaign, place: Part) -> tuple[Part, ...]:
        """What gives a place under the limit back, and frees none while more is taken than the limit now allows."""
        spread = limited.codes(campaign.campaign_id, campaign.limits)
        return spread.returning([place], self.parts.taken(spread.rows())) if spread else (place,)

    def _place(self, spread: Spread, taken: int) -> Part | None:
        used = self.parts.taken(spread.rows()) if taken else {}
        return next(iter(spread.fitting(1, used, self.chance)), None)

    def _coupon(self, campaign: Campaign, pool: CodePool, at: datetime) -> Coupon | None:
        start, campaign_id = self.draw_start(), campaign.campaign_id
        coupon = self._good(campaign_id, start, 1, at)
        if coupon:
            return coupon
        # Read before the other shards: what is delivered after that keeps the pool from being marked as dry.
        state = self.register.state(campaign_id)
        if state.dry:
            return None
        coupon = self._good(campaign_id, start, SHARDS, at)
        if coupon is None:
            notice(self.register, state, 0, pool, at)
        return coupon

    def _good(self, campaign_id: str, start: str, shards: int, at: datetime) -> Coupon | None:
        """One whose own time is not over; those whose time is are taken out."""
        coupon = self.pools.draw(campaign_id, start, shards)
        while coupon and coupon.expires_at and coupon.expires_at <= at:
            self.pools.discard(coupon)
            coupon = self.pools.draw(campaign_id, start, shards)
        return coupon
