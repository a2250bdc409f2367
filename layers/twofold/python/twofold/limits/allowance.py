"""How much of something is allowed in a stretch of time."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """At most `most` per window of `seconds`. Windows stand on the clock (every ten minutes, every UTC day)."""

    key: str
    most: int
    seconds: int

    def row(self, at: datetime) -> str:
        """The key of the counter for the window that `at` lies in."""
        return f"{self.key}#{self.seconds}#{int(at.timestamp()) // self.seconds}"

    def left(self, at: datetime) -> int:
        """Seconds until the next window."""
        return self.seconds - int(at.timestamp()) % self.seconds

    def expiry(self, at: datetime) -> int:
        """Epoch seconds after which the counter is of no use."""
        return int(at.timestamp()) + 2 * self.seconds
