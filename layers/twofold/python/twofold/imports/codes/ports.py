"""What files of coupons need of the outside, besides the pool itself."""

from collections.abc import Sequence, Set
from typing import Protocol

from twofold.pools.model import Coupon


class KnownCodes(Protocol):
    def known(self, coupons: Sequence[Coupon]) -> Set[str]:
        """The codes of those (up to `pools.ports.MOST_AT_ONCE`) that lie in their pool, or are a code already.

        As they stand now; nothing is written.
        """
