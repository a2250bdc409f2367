"""How much of a day an automation's texts have taken, in memory."""

from dataclasses import dataclass, field
from datetime import datetime

from twofold.limits.allowance import Allowance


@dataclass(frozen=True, slots=True)
class CountedHere:
    """A `Counter`."""

    taken: dict[str, int] = field(default_factory=dict)

    def take(self, allowance: Allowance, at: datetime, amount: int = 1) -> bool:
        row = allowance.row(at)
        used = self.taken.get(row, 0)
        if used + amount > allowance.most:
            return False
        self.taken[row] = used + amount
        return True

    def give(self, allowance: Allowance, at: datetime, amount: int = 1) -> None:
        self.taken[allowance.row(at)] = self.taken.get(allowance.row(at), 0) - amount
