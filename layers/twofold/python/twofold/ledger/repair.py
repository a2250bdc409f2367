"""Publishes what a dead relay left lying, straight from the ledger."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.contracts.instants import Clock

from .ports import Heartbeat, Ledger
from .relay import RelayEvents

SILENCE = timedelta(minutes=15)
"""Events older than this that no relay has passed on count as a gap: far beyond a healthy relay's second."""

MOST = 1_000
"""Events per round."""

ROUNDS = 20
"""Rounds per run: what a busy day leaves is made good before the relay, alive again, moves the mark past it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairGap:
    ledger: Ledger
    heartbeat: Heartbeat
    relay: RelayEvents
    clock: Clock

    def __call__(self) -> int:
        """Publish the gap, oldest first and up to `ROUNDS` times `MOST` events; answer how many it was.

        Consumers know an event by its id, so one that did arrive after all does no harm.
        """
        until = self.clock() - SILENCE
        last = self.heartbeat.last()
        if last is not None and last[1] > until:
            return 0
        return self._publish(last[0] if last else "", until)

    def _publish(self, after: str, until: datetime) -> int:
        published = 0
        for _ in range(ROUNDS):
            rows = list(self.ledger.since(after, until, MOST))
            stuck = self.relay(rows)
            published += len(rows) if stuck is None else stuck
            if stuck is not None or len(rows) < MOST:
                break
            after = rows[-1].event_id
        return published
