"""Goes through the ledger for a replay, some of it at a time: where one invocation ends, the next goes on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from twofold.contracts import events
from twofold.contracts.events import Envelope
from twofold.contracts.instants import Clock
from twofold.webhooks.books import HealthBook, PastEvents, SubscriptionBook
from twofold.webhooks.ports import Couriers

from .redeliver import Redeliver

AT_ONCE = 200
"""Events that are read at once."""

WORKS = timedelta(seconds=40)
"""For which one invocation reads on."""


class Replay(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Of a `subject`, or of what happened before `until`; in both cases of events with ids above `after`."""

    subscription_id: str
    asked_at: datetime
    subject: str | None = None
    until: datetime | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContinueReplay:
    """One that dies is begun again where it began: what it had put down is not put down twice."""

    book: SubscriptionBook
    ledger: PastEvents
    health: HealthBook
    redeliver: Redeliver
    couriers: Couriers
    clock: Clock

    def __call__(self, replay: Replay) -> str:
        """How many events were put down, in a word for the log. Raises NotFound when the webhook is no more."""
        until, put = self.clock() + WORKS, 0
        while True:
            stands = self.book.find(replay.subscription_id)
            found = list(self._next(replay))
            put += sum(self.redeliver(stands, event, replay.asked_at) for event in found)
            self._call(replay.subscription_id)
            if len(found) < AT_ONCE:
                return f"replayed_{put}"
            replay = replace(replay, after=found[-1].id)
            if self.clock() >= until:
                self.couriers.replay(replay)
                return f"replayed_{put}_and_on"

    def _next(self, replay: Replay) -> Iterable[Envelope]:
        after = replay.after or ""
        if replay.subject is not None:
            told = self.ledger.subject(replay.subject)
            return islice((event for event in told if event.id > after), AT_ONCE)
        assert replay.until is not None
        return (events.read(row.event) for row in self.ledger.since(after, replay.until, AT_ONCE))

    def _call(self, subscription_id: str) -> None:
        if not self.health.knock(subscription_id, self.clock()):
            self.couriers.call(subscription_id)
