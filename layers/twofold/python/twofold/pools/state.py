"""What is remembered of a pool as a whole."""

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolState:
    """Not how much is in a pool, but what was told of that.

    `fills` counts deliveries, `told` what was told; `low` and `dry` are told since it was above, or had any.
    """

    campaign_id: str
    fills: int = 0
    told: int = 0
    low: bool = False
    dry: bool = False

    def counted(self, left: int, low_at: int) -> Self:
        """How it stands when `left` coupons are in it; `told` is one higher when that is news."""
        low, dry = left <= low_at, left == 0
        news = (low and not self.low) or (dry and not self.dry)
        return replace(self, low=low, dry=dry, told=self.told + news)
