"""A campaign's limits that were lowered: made exact again once every function knows them."""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from twofold.adapters.dynamodb.campaigns import SECONDS
from twofold.campaigns.model import Campaign
from twofold.codes.limited import spreads
from twofold.limits.level import LevelLimit
from twofold.limits.ports import MovableParts
from twofold.limits.spread import Spread

WAIT = SECONDS + 5
"""Seconds until no function goes by the old limit any more: as long as they keep a campaign, and a request lasts."""


@dataclass(frozen=True)
class LowerLimits:
    parts: MovableParts
    wait: Callable[[float], None] = time.sleep

    def __call__(self, before: Campaign | None, after: Campaign) -> None:
        """Level what is taken of each limit that is lower than before, or that an earlier run was not done with."""
        lowered = list(self._lowered(before, after))
        if not lowered:
            return
        print(f"  A limit was lowered: {WAIT:.0f} seconds until everybody knows.", file=sys.stderr)
        self.wait(WAIT)
        for spread in lowered:
            LevelLimit(parts=self.parts)(spread)

    def _lowered(self, before: Campaign | None, after: Campaign) -> Iterator[Spread]:
        known = {spread.key: spread.most for spread in _spreads(before)} if before else {}
        for spread in _spreads(after):
            lower = spread.most < known.get(spread.key, 0)
            if lower or any(spread.levelling(self.parts.taken(spread.rows()))):
                yield spread


def _spreads(campaign: Campaign) -> Iterator[Spread]:
    return spreads(campaign.campaign_id, campaign.limits)
