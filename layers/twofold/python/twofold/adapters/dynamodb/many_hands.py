"""Many coupons at once: what DynamoDB takes by the 25 and answers by the 100 is asked for side by side."""

from collections.abc import Iterator, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

from twofold.pools.model import Coupon

from .pools import DynamoCodePools

HANDS = 10
"""As many as the connections that a process keeps."""

EACH = 100
"""Coupons that one hand takes: what DynamoDB answers at once."""


class ManyHands(DynamoCodePools):
    """What has to be looked at or written for each coupon is dealt out; what concerns a delivery is done once."""

    def known(self, coupons: Sequence[Coupon]) -> Set[str]:
        with ThreadPoolExecutor(HANDS) as hands:
            return set(chain.from_iterable(hands.map(super().known, _dealt(coupons))))

    def store(self, coupons: Sequence[Coupon]) -> None:
        with ThreadPoolExecutor(HANDS) as hands:
            list(hands.map(super().store, _dealt(coupons)))


def _dealt(coupons: Sequence[Coupon]) -> Iterator[Sequence[Coupon]]:
    return (coupons[first : first + EACH] for first in range(0, len(coupons), EACH))
