"""From the ledger to the bus, in order, leaving nothing out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from twofold.contracts.errors import Unavailable
from twofold.contracts.instants import Clock

from .ports import EventBus, Heartbeat, LedgerRow
from .record import first_id

SETTLED = timedelta(minutes=1)
BATCH = 10
"""The most entries that one PutEvents call takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayEvents:
    bus: EventBus
    heartbeat: Heartbeat
    clock: Clock

    def __call__(self, rows: Sequence[LedgerRow]) -> int | None:
        """Publish the rows; answer the position of the first that is not on the bus, None when all are.

        The caller hands over the rest again from that position on, so an event may arrive twice but never not.
        """
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            failed = self._first_unsent(batch)
            if failed is not None:
                return start + failed
        if rows:
            self._beat(rows)
        return None

    def _beat(self, rows: Sequence[LedgerRow]) -> None:
        # An older event may still be on its way in another shard of the stream, so "everything up to here" is
        # only said of what has had time to settle.
        at = self.clock()
        settled = first_id(at - SETTLED)
        self.heartbeat.beat(min(settled, max(row.event_id for row in rows)), at)

    def _first_unsent(self, batch: Sequence[LedgerRow]) -> int | None:
        try:
            taken = self.bus.publish(batch)
        except Unavailable:
            return 0
        return next((i for i, row in enumerate(batch) if row.event_id not in taken), None)
