"""From the ledger to the bus, in order, leaving nothing out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from twofold.contracts.errors import Unavailable
from twofold.contracts.instants import Clock

from .ports import EventBus, Heartbeat, LedgerRow
from .record import first_id

SETTLED = timedelta(minutes=1)

STREAM_KEEPS = timedelta(hours=23)
"""DynamoDB's streams keep a record for 24 hours."""

BATCH = 10
"""The most entries that one PutEvents call takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayEvents:
    bus: EventBus
    heartbeat: Heartbeat
    clock: Clock

    def __call__(self, rows: Sequence[LedgerRow]) -> int | None:
        """Publish the rows, tell how far we are, and answer the position of the first that is not on the bus.

        None is: all are. The caller hands over the rest again from that position on, so an event may arrive twice
        but never not.
        """
        stuck = self.publish(rows)
        if rows and stuck is None:
            self._beat(rows)
        return stuck

    def publish(self, rows: Sequence[LedgerRow]) -> int | None:
        """Publish the rows; answer as the relay does."""
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            failed = self._first_unsent(batch)
            if failed is not None:
                return start + failed
        return None

    def _beat(self, rows: Sequence[LedgerRow]) -> None:
        # An older event may still be on its way in another shard of the stream, so "everything up to here" is
        # only said of what has had time to settle.
        # After a long silence the stream may have lost some, so the mark waits for the repair to close the gap.
        at = self.clock()
        through = min(first_id(at - SETTLED), max(row.event_id for row in rows))
        self.heartbeat.beat(through, at, unless_older=at - STREAM_KEEPS)

    def _first_unsent(self, batch: Sequence[LedgerRow]) -> int | None:
        try:
            taken = self.bus.publish(batch)
        except Unavailable:
            return 0
        return next((i for i, row in enumerate(batch) if row.event_id not in taken), None)
