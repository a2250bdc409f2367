"""Counts the pools, and tells which run low."""

from dataclasses import dataclass

from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import NotFound
from twofold.contracts.instants import Clock

from .notice import notice
from .ports import CodePoolBook, PoolRegister
from .state import PoolState


@dataclass(frozen=True, slots=True, kw_only=True)
class TellLowPools:
    campaigns: CampaignBook
    pools: CodePoolBook
    register: PoolRegister
    clock: Clock

    def __call__(self) -> int:
        """Count no more of each pool than says whether it is low; answer how many that is news of.

        A pool that is low is told of once, and once more when it is dry, until it is filled above `low_at`.
        """
        return sum(self._told(state) for state in self.register.pools())

    def _told(self, state: PoolState) -> bool:
        try:
            pool = self.campaigns.campaign(state.campaign_id).pool
        except NotFound:
            return False
        if pool is None:
            return False
        left = self.pools.count_up_to(state.campaign_id, pool.low_at + 1)
        return notice(self.register, state, left, pool, self.clock())
