"""Taps of authenticated signs in memory, and what sign-up and confirmation make of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tests.fakes.memory import Memory
from tests.fakes.rows import StoredTap
from tests.fakes.visits import InMemoryVisits
from twofold.leads.model import Challenge
from twofold.limits.allowance import Allowance
from twofold.visits.model import Visit
from twofold.visits.tap import FRESH, Tap, tap_needed


@dataclass(frozen=True, slots=True)
class InMemoryTapBook:
    memory: Memory

    def prove(self, tap: Tap, visit: Visit, charges: Sequence[Allowance]) -> bool:
        sign = (tap.asset_id, tap.uid)
        with self.memory.lock:
            if tap.counter <= self.memory.counters.get(sign, -1):
                return False
            self.memory.counters[sign] = tap.counter
            self.memory.taps[tap.visit_id] = StoredTap(tap)
            InMemoryVisits(self.memory).record(visit, charges)
            return True


def insist_on_tap(memory: Memory, challenge: Challenge, at: datetime) -> None:
    """Raises Forbidden unless the challenge needs no tap, or has a fresh one of its asset that made nobody a lead."""
    if challenge.tap is None:
        return
    stored = memory.taps.get(challenge.tap)
    if stored is None or stored.lead_id or stored.tap.asset_id != challenge.origin.asset_id:
        raise tap_needed()
    if stored.tap.at <= at - FRESH:
        raise tap_needed()


def insist_on_bond(memory: Memory, challenge: Challenge) -> None:
    """Raises Forbidden when the challenge's tap is another lead's."""
    stored = memory.taps.get(challenge.tap) if challenge.tap else None
    if challenge.tap and (stored is None or stored.lead_id not in (None, challenge.lead_id)):
        raise tap_needed()


def bind(memory: Memory, challenge: Challenge) -> None:
    if challenge.tap:
        memory.taps[challenge.tap] = replace(memory.taps[challenge.tap], lead_id=challenge.lead_id)
