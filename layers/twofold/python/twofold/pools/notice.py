"""Tells that a pool runs low or is dry: once, until it is filled again."""

from datetime import datetime

from twofold.campaigns.model import CodePool
from twofold.contracts.events import Envelope, PoolLow
from twofold.ledger.record import Origin, record

from .ports import PoolRegister
from .state import PoolState


def notice(register: PoolRegister, before: PoolState, left: int, pool: CodePool, at: datetime) -> bool:
    """Remember that `left` coupons were counted after `before` was read, and answer whether that was news."""
    after = before.counted(left, pool.low_at)
    if after == before:
        return False
    news = after.told != before.told
    return register.mark(before, after, _event(after, left, pool, at) if news else None) and news


def _event(state: PoolState, left: int, pool: CodePool, at: datetime) -> Envelope:
    data = PoolLow(left=left, low_at=pool.low_at, when_dry=pool.when_dry)
    origin = Origin(campaign_id=state.campaign_id)
    return record(data, subject=state.campaign_id, version=state.told, at=at, origin=origin)
