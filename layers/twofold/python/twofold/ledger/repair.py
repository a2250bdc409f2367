"""Publishes what a dead relay left lying, straight from the ledger."""

from dataclasses import dataclass
from datetime import timedelta

from twofold.contracts.instants import Clock

from .ports import Heartbeat, Ledger
from .record import first_id
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
        at = self.clock()
        until = at - SILENCE
        through, beaten_at = self.heartbeat.last() or ("", until)
        if beaten_at > until:
            return 0
        published = 0
        for _ in range(ROUNDS):
            rows = list(self.ledger.since(through, until, MOST))
            stuck = self.relay.publish(rows)
            published += len(rows) if stuck is None else stuck
            if stuck is not None:
                break
            if len(rows) < MOST:
                # Nothing is left: from here on the relay may move the mark itself.
                self.heartbeat.beat(first_id(until), at)
                break
            through = rows[-1].event_id
            # The mark stays as old as it was, so that the relay does not step over what is still to come.
            self.heartbeat.beat(through, beaten_at)
        return published
