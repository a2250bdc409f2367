"""What relaying needs of the outside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An event as the ledger keeps it: its id, its type and its written form."""

    event_id: str
    type: str
    event: str


class EventBus(Protocol):
    def publish(self, rows: Sequence[LedgerRow]) -> frozenset[str]:
        """Put up to ten events on the bus; answer the ids of those that it took.

        Raises Unavailable when nothing is known to have arrived.
        """


class Ledger(Protocol):
    def since(self, after: str, until: datetime, limit: int) -> Iterable[LedgerRow]:
        """The oldest `limit` events with an id above `after` that happened before `until`, in order."""


class Heartbeat(Protocol):
    """How far the relay has come, so that a gap can be found when it is dead."""

    def beat(self, through: str, at: datetime, *, unless_older: datetime | None = None) -> None:
        """Everything up to event id `through` is on the bus. Never goes back.

        With `unless_older`, nothing is said when the last beat is from before that moment; nor has it to be said when
        the same caller said it within the last minute.
        """

    def last(self) -> tuple[str, datetime] | None:
        """The last `through` and when it was told; None before the first event ever."""
