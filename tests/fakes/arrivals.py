"""Leads that files bring, in memory."""

from base64 import b32decode
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from tests.fakes.changes import judge, make
from tests.fakes.memory import Memory
from twofold.leads.change import LeadChange
from twofold.leads.model import Lead
from twofold.leads.ports import LeadMoved


@dataclass(frozen=True, slots=True)
class InMemoryArrivalBook:
    memory: Memory

    def leads(self, lead_ids: Sequence[str]) -> Mapping[str, Lead]:
        with self.memory.lock:
            return {i: self.memory.leads[i] for i in lead_ids if i in self.memory.leads}

    def store(self, changes: Sequence[LeadChange]) -> Set[str]:
        return {change.lead.lead_id for change in changes if not self._made(change)}

    def _made(self, change: LeadChange) -> bool:
        with self.memory.lock:
            try:
                judge(self.memory, change)
            except LeadMoved:
                return False
            make(self.memory, change)
            return True


STATUSES = ("pending", "confirmed")


@dataclass
class PackedArrivals:
    """Of each lead nothing but their id, as bytes, and status and version: a million fit beside whoever brings them.

    `links` and `events` are counted.
    """

    known: dict[bytes, int] = field(default_factory=dict)
    links: int = 0
    events: int = 0

    def leads(self, lead_ids: Sequence[str]) -> Mapping[str, Lead]:
        return {i: _lead(i, self.known[_packed(i)]) for i in lead_ids if _packed(i) in self.known}

    def store(self, changes: Sequence[LeadChange]) -> Set[str]:
        moved = set()
        for change in changes:
            lead = change.lead
            if self.known.get(_packed(lead.lead_id), 0) >> 1 != change.was_version:
                moved.add(lead.lead_id)
                continue
            self.known[_packed(lead.lead_id)] = lead.version << 1 | STATUSES.index(lead.status)
            self.links += change.consent is not None
            self.events += len(change.events)
        return moved

    def count(self, status: str) -> int:
        return sum(stored & 1 == STATUSES.index(status) for stored in self.known.values())


def _packed(lead_id: str) -> bytes:
    return b32decode(lead_id + "======")


def _lead(lead_id: str, stored: int) -> Lead:
    return Lead(lead_id=lead_id, status=STATUSES[stored & 1], version=stored >> 1)
