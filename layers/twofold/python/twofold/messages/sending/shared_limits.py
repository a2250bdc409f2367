"""Limits that everyone shares: what keeps a pumping attack from becoming a bill."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from twofold.contracts.settings import LimitSettings
from twofold.leads.model import Challenge
from twofold.limits.allowance import Allowance
from twofold.limits.ports import Counter

_DAY = 86_400
_HOUR = 3_600


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLimits:
    exact: Counter
    leased: Counter
    limits: LimitSettings

    def charge(self, challenge: Challenge, at: datetime) -> str | None:
        """Take this text's share of every limit; the first one that is used up is the rule that blocks it."""
        if not challenge.trusted and not self.exact.take(self._prefix(challenge), at):
            return "prefix_hour"
        for rule, allowance in self._leased(challenge):
            if not self.leased.take(allowance, at):
                return rule
        return None

    def _prefix(self, challenge: Challenge) -> Allowance:
        return Allowance(key=f"prefix#{challenge.phone.prefix}", most=self.limits.prefix_hour, seconds=_HOUR)

    def _leased(self, challenge: Challenge) -> Iterator[tuple[str, Allowance]]:
        asset, country = challenge.origin.asset_id, challenge.phone.country
        yield "asset_day", Allowance(key=f"asset#{asset}", most=self.limits.asset_day, seconds=_DAY)
        yield "country_day", Allowance(key=f"country#{country}", most=self.limits.country_day, seconds=_DAY)
