"""Counters in memory; the shared one is as exact as the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tests.fakes.memory import Memory
from twofold.limits.allowance import Allowance
from twofold.limits.spread import Part


@dataclass(frozen=True, slots=True)
class InMemoryCounter:
    memory: Memory

    def take(self, allowance: Allowance, at: datetime, amount: int = 1) -> bool:
        with self.memory.lock:
            if not self.memory.fits(allowance, at, amount):
                return False
            self.memory.take(allowance, at, amount)
            return True

    def used_up(self, allowance: Allowance, at: datetime) -> bool:
        with self.memory.lock:
            return not self.memory.fits(allowance, at, 1)

    def give(self, allowance: Allowance, at: datetime, amount: int = 1) -> None:
        with self.memory.lock:
            self.memory.take(allowance, at, -amount)

    def left(self, allowance: Allowance, at: datetime) -> int:
        with self.memory.lock:
            return allowance.most - self.memory.limits.get(allowance.row(at), 0)


@dataclass(frozen=True, slots=True)
class InMemoryParts:
    memory: Memory

    def taken(self, rows: Sequence[str]) -> Mapping[str, int]:
        with self.memory.lock:
            return {row: self.memory.parts[row] for row in rows}

    def move(self, above: Part, free: Part) -> bool:
        with self.memory.lock:
            if not (self.memory.allows(above) and self.memory.allows(free)):
                return False
            for part in (above, free):
                self.memory.parts[part.row] += part.amount
            return True
