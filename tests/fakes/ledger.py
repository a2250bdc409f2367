"""The ledger, the relay's heartbeat and the bus in memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tests.fakes.memory import Memory
from twofold.contracts import events
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import Envelope
from twofold.ledger.ports import LedgerRow
from twofold.ledger.record import first_id


def row_of(event: Envelope) -> LedgerRow:
    return LedgerRow(event.id, event.type, events.write(event))


@dataclass(frozen=True, slots=True)
class InMemoryLedger:
    memory: Memory

    def since(self, after: str, until: datetime, limit: int) -> Iterable[LedgerRow]:
        with self.memory.lock:
            ids = sorted(i for i in self.memory.ledger if after < i < first_id(until))
            return [row_of(self.memory.ledger[i]) for i in ids[:limit]]


@dataclass(frozen=True, slots=True)
class InMemoryHeartbeat:
    memory: Memory

    def beat(self, through: str, at: datetime, *, unless_older: datetime | None = None) -> None:
        with self.memory.lock:
            last = self.memory.heartbeat
            old = last is not None and unless_older is not None and last[1] < unless_older
            if last is None or (last[0] <= through and not old):
                self.memory.heartbeat = (through, at)

    def last(self) -> tuple[str, datetime] | None:
        return self.memory.heartbeat


@dataclass(slots=True)
class FakeBus:
    """Keeps what it takes, in order; refuses the events whose ids are in `refuses`, and all while `down`."""

    taken: list[LedgerRow] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    down: bool = False
    calls: int = 0

    def publish(self, rows: Sequence[LedgerRow]) -> frozenset[str]:
        assert 1 <= len(rows) <= 10, "a call takes one to ten events"
        self.calls += 1
        if self.down:
            raise Unavailable("The event bus did not answer.")
        took = [row for row in rows if row.event_id not in self.refuses]
        self.taken += took
        return frozenset(row.event_id for row in took)
