"""Visits in memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tests.fakes.memory import Memory
from twofold.contracts.events import Envelope
from twofold.contracts.instants import from_text
from twofold.limits.allowance import Allowance
from twofold.visits.model import Count, Tally, Visit

_TOLD = ("utm_source", "utm_medium", "utm_campaign")


@dataclass(frozen=True, slots=True)
class InMemoryVisits:
    """Book and counts in one."""

    memory: Memory

    def record(self, visit: Visit, charges: Sequence[Allowance]) -> bool:
        return self.tell(visit.told(), visit.count, charges)

    def tell(self, event: Envelope, count: Count, charges: Sequence[Allowance]) -> bool:
        at = from_text(event.time)
        with self.memory.lock:
            known = event.id in self.memory.ledger
            if known or not all(self.memory.fits(allowance, at) for allowance in charges):
                return False
            for allowance in charges:
                self.memory.take(allowance, at)
            self.memory.append(event)
            self.count(count)
            return True

    def count(self, count: Count) -> None:
        with self.memory.lock:
            self.memory.counts[count.asset_id, _blank(count)] += 1

    def tallies(self, asset_id: str, first_day: str, last_day: str) -> Iterable[Tally]:
        with self.memory.lock:
            found = [(t, n) for (whose, t), n in self.memory.counts.items() if whose == asset_id]
        within = [replace(t, number=n) for t, n in found if first_day <= t.day <= last_day]
        return sorted(within, key=lambda t: (t.day, t.kind, t.device, t.utm))


def _blank(count: Count) -> Tally:
    told = [(count.utm or {}).get(name, "").replace("#", " ").replace("/", " ")[:40] for name in _TOLD]
    utm = "/".join(told) if any(told) else ""
    return Tally(day=count.day, kind=count.kind, device=count.device, utm=utm, number=0)
