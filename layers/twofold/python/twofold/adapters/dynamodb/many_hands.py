"""Many coupons at once: what DynamoDB takes by the 25 and answers by the 100 is asked for side by side."""

from collections.abc import Iterator, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

from twofold.pools.model import Coupon
from twofold.pools.ports import Outcome

from .pools import DynamoCodePools

HANDS = 10
"""As many as the connections that a process keeps."""

EACH = 100
"""Coupons that one hand takes: what DynamoDB answers at once."""


class ManyHands(DynamoCodePools):
    """Alike coupons of one call must be told apart by who calls: each hand knows only its own."""

    def known(self, coupons: Sequence[Coupon]) -> Set[str]:
        with ThreadPoolExecutor(HANDS) as hands:
            return set(chain.from_iterable(hands.map(super().known, _dealt(coupons))))

    def put(self, coupons: Sequence[Coupon]) -> Sequence[Outcome]:
        with ThreadPoolExecutor(HANDS) as hands:
            return list(chain.from_iterable(hands.map(super().put, _dealt(coupons))))


def _dealt(coupons: Sequence[Coupon]) -> Iterator[Sequence[Coupon]]:
    """In their order."""
    return (coupons[first : first + EACH] for first in range(0, len(coupons), EACH))
