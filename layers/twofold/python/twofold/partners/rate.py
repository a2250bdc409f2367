"""How often a key may call."""

from dataclasses import dataclass
from datetime import datetime

from twofold.contracts.errors import TooMany
from twofold.limits.allowance import Allowance
from twofold.limits.ports import MeteredCounter


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """`left` of `most` calls in the `reset` seconds until the next minute; `granted`: this one was among them."""

    most: int
    left: int
    reset: int
    granted: bool

    @classmethod
    def taken(cls, counter: MeteredCounter, allowance: Allowance, at: datetime) -> "Rate":
        """Takes one call. `left` is what this process knows of: what others took since it last looked is not in it."""
        granted = counter.take(allowance, at)
        left = counter.left(allowance, at) if granted else 0
        return cls(most=allowance.most, left=left, reset=allowance.left(at), granted=granted)

    def insist(self) -> None:
        """Raises TooMany when there was none left."""
        if not self.granted:
            raise TooMany("Too many requests. Slow down.", retry_after=self.reset, code="rate_limited")
