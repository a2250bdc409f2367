"""Publishes what a dead relay left lying, straight from the ledger."""

from dataclasses import dataclass
from datetime import timedelta

from twofold.contracts.instants import Clock

from .ports import Heartbeat, Ledger
from .relay import RelayEvents

SILENCE = timedelta(minutes=15)
"""Events older than this that no relay has passed on count as a gap: far beyond a healthy relay's second."""

MOST = 1_000
"""Events per run; the next run goes on where this one stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairGap:
    ledger: Ledger
    heartbeat: Heartbeat
    relay: RelayEvents
    clock: Clock

    def __call__(self) -> int:
        """Publish up to `MOST` events of the gap, oldest first, and answer how many it was.

        Consumers know an event by its id, so one that did arrive after all does no harm.
        """
        until = self.clock() - SILENCE
        last = self.heartbeat.last()
        if last is not None and last[1] > until:
            return 0
        rows = list(self.ledger.since(last[0] if last else "", until, MOST))
        stuck = self.relay(rows)
        return len(rows) if stuck is None else stuck
