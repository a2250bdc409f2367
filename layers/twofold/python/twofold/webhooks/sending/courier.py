"""Brings one webhook what waits for it, and comes back when there will be more. It never has to do with another one,
so that nobody waits for somebody else's endpoint."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.contracts.instants import Clock
from twofold.webhooks.books import DeliveryBook, HealthBook
from twofold.webhooks.ports import Couriers, Wakes

from .begin_attempts import BeginAttempts
from .health import WIDEST, Lease
from .settle import Settle
from .visit import Visit

LEASE = timedelta(seconds=60)
"""As long as one invocation can live: nobody else comes while a courier may still be at work."""

WORKS = timedelta(seconds=40)
"""For which attempts are begun: the last of them is over well before the lease is."""

SHORT = timedelta(seconds=10)
"""A wait that is slept through rather than come back from."""

LOOK = timedelta(milliseconds=250)
"""Until what somebody has just put down is surely found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Courier:
    """`pause` sleeps for so many seconds."""

    deliveries: DeliveryBook
    health: HealthBook
    begin_attempts: BeginAttempts
    settle: Settle
    couriers: Couriers
    wakes: Wakes
    clock: Clock
    pause: Callable[[float], None]

    def __call__(self, subscription_id: str) -> str:
        """What came of the visit, for the log; `busy` when another courier is there, who will see to it;
        `gone` when there is no such webhook.

        Raises, after all is done and let go, what nobody foresaw in an attempt: it counts as missed.
        """
        stands = self.begin_attempts.find(subscription_id)
        if stands is None:
            # Whoever is late for one that is no more takes no lease, which nobody would ever put away.
            return "gone"
        lease = self._lease(subscription_id)
        if lease is None:
            return "busy"
        health = self.health.find(subscription_id)
        visit = Visit(lease=lease, health=health, until=self.clock() + WORKS, subscription=stands)
        with ThreadPoolExecutor(WIDEST) as hands:
            while True:
                self.begin_attempts(visit, hands)
                if visit.flying:
                    self.settle(visit)
                elif not self._stays(visit):
                    return _told(visit)

    def _lease(self, subscription_id: str) -> Lease | None:
        """None when whoever is there has heard of us."""
        while True:
            at = self.clock()
            lease = self.health.take(subscription_id, at, at + LEASE)
            if lease or self.health.knock(subscription_id, at):
                return lease

    def _stays(self, visit: Visit) -> bool:
        """Whether to go on, when nothing is on its way. Otherwise it has let go, and somebody will come in time."""
        at, rests_until = self.clock(), visit.health.resting_until
        if visit.over:
            return self._leave(visit)
        if rests_until and visit.health.rests(at):
            return self._waits(visit, rests_until) or self._leave(visit, rests_until)
        if at >= visit.until:
            return self._leave(visit, at)
        due = self.deliveries.next_due(visit.subscription_id)
        if (due and self._waits(visit, due)) or self._looks_again(visit):
            return True
        stays = self.health.release(visit.lease, visit.health, unless_knocked=True)
        if stays:
            return self._hears(visit, stays) or self._waits(visit, at) or self._leave(visit, at)
        return self._come_back(visit, due)

    def _looks_again(self, visit: Visit) -> bool:
        """Once in a visit that has brought nothing: what it was called for may have been put down just before."""
        first, visit.looked = not (visit.looked or visit.arrived or visit.missed), True
        return first and self._waits(visit, self.clock())

    def _hears(self, visit: Visit, stays: Lease) -> bool:
        """Whether it stays because somebody has put it right, and not for more of the same."""
        right = stays.refreshes != visit.lease.refreshes
        if right:
            visit.put_right(stays, self.health.find(visit.subscription_id))
        visit.lease = stays
        return right

    def _waits(self, visit: Visit, moment: datetime) -> bool:
        """Sleeps until then, if that is soon, and at least as long as it takes to find something new."""
        at = self.clock()
        wait = max(moment - at, LOOK)
        if wait > SHORT or at + wait >= visit.until:
            return False
        self.pause(wait.total_seconds())
        return True

    def _leave(self, visit: Visit, back: datetime | None = None) -> bool:
        stays = self.health.release(visit.lease, visit.health, unless_knocked=False)
        return self._hears(visit, stays) if stays else self._come_back(visit, back)

    def _come_back(self, visit: Visit, at: datetime | None) -> bool:
        if at and at <= self.clock():
            self.couriers.call(visit.subscription_id)
        elif at:
            self.wakes.wake(visit.subscription_id, at)
        return False


def _told(visit: Visit) -> str:
    if visit.unforeseen:
        raise visit.unforeseen[0]
    return f"arrived_{visit.arrived}_missed_{visit.missed}"
