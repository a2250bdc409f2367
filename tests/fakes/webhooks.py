"""Webhooks, how they do and what they are told, in memory; any of them may be in a process that is killed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock

from twofold.contracts.errors import Conflict, NotFound
from twofold.contracts.events import Envelope
from twofold.webhooks.books import SubscriptionMoved
from twofold.webhooks.deliveries.delivery import Delivery
from twofold.webhooks.sending.health import Health, Lease
from twofold.webhooks.subscriptions.model import MOST, Subscription


@dataclass(slots=True)
class InMemorySubscriptionBook:
    """`wanted` is what the relay is told, `events` what went into the ledger; `moves` come in between, one each."""

    rows: dict[str, Subscription] = field(default_factory=dict)
    wanted: tuple[str, ...] = ()
    events: list[Envelope] = field(default_factory=list)
    moves: int = 0

    def all(self) -> Sequence[Subscription]:
        return sorted(self.rows.values(), key=lambda each: (each.created_at, each.subscription_id))

    def find(self, subscription_id: str) -> Subscription:
        if subscription_id not in self.rows:
            raise NotFound("There is no such webhook.", code="webhook_not_found")
        return self.rows[subscription_id]

    def create(self, subscription: Subscription) -> None:
        if len(self.rows) >= MOST:
            raise Conflict("Too many.", code="too_many_webhooks")
        self._moved(subscription.subscription_id in self.rows)
        self._put(subscription)

    def save(self, after: Subscription, *events: Envelope) -> None:
        there = self.rows.get(after.subscription_id)
        self._moved(there is None or there.version != after.version - 1)
        self._put(after)
        self.events += events

    def delete(self, subscription: Subscription) -> None:
        there = self.rows.get(subscription.subscription_id)
        self._moved(there is None or there.version != subscription.version)
        del self.rows[subscription.subscription_id]
        self._tell()

    def _moved(self, moved: bool) -> None:
        self.moves, by_chance = max(self.moves - 1, 0), self.moves > 0
        if moved or by_chance:
            raise SubscriptionMoved

    def _put(self, subscription: Subscription) -> None:
        self.rows[subscription.subscription_id] = subscription
        self._tell()

    def _tell(self) -> None:
        self.wanted = tuple(sorted({p for row in self.rows.values() if row.active for p in row.events}))


@dataclass(slots=True)
class InMemoryHealthBook:
    known: dict[str, Health] = field(default_factory=dict)
    leases: dict[str, datetime] = field(default_factory=dict)
    knocks: dict[str, int] = field(default_factory=dict)
    refreshes: dict[str, int] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def find(self, subscription_id: str) -> Health:
        known = self.known.get(subscription_id, Health(subscription_id=subscription_id))
        return replace(known, leased_until=self.leases.get(subscription_id))

    def all(self) -> Mapping[str, Health]:
        return {each: self.find(each) for each in {**self.known, **self.leases}}

    def take(self, subscription_id: str, at: datetime, until: datetime) -> Lease | None:
        with self.lock:
            held = self.leases.get(subscription_id)
            if held is not None and held > at:
                return None
            self.leases[subscription_id] = until
            return self._lease(subscription_id, until)

    def knock(self, subscription_id: str, at: datetime) -> bool:
        with self.lock:
            held = self.leases.get(subscription_id)
            resting = self.known.get(subscription_id, Health(subscription_id="")).rests(at)
            if not (resting or (held is not None and held > at)):
                return False
            self.knocks[subscription_id] = self.knocks.get(subscription_id, 0) + 1
            return True

    def note(self, lease: Lease, health: Health) -> None:
        with self.lock:
            if self.leases.get(lease.subscription_id) == lease.until and not self._put_right(lease):
                self.known[lease.subscription_id] = health

    def release(self, lease: Lease, health: Health, *, unless_knocked: bool) -> Lease | None:
        with self.lock:
            if self.leases.get(lease.subscription_id) != lease.until:
                return None
            knocked = unless_knocked and self.knocks.get(lease.subscription_id, 0) != lease.knocks
            if knocked or self._put_right(lease):
                return self._lease(lease.subscription_id, lease.until)
            self.known[lease.subscription_id] = health
            del self.leases[lease.subscription_id]
            return None

    def refresh(self, subscription_id: str) -> None:
        with self.lock:
            self.known.pop(subscription_id, None)
            self.refreshes[subscription_id] = self.refreshes.get(subscription_id, 0) + 1

    def _put_right(self, lease: Lease) -> bool:
        return self.refreshes.get(lease.subscription_id, 0) != lease.refreshes

    def _lease(self, subscription_id: str, until: datetime) -> Lease:
        knocks, refreshes = self.knocks.get(subscription_id, 0), self.refreshes.get(subscription_id, 0)
        return Lease(subscription_id=subscription_id, until=until, knocks=knocks, refreshes=refreshes)


@dataclass
class InMemoryDeliveryBook:
    rows: dict[tuple[str, str], Delivery] = field(default_factory=dict)

    def put(self, delivery: Delivery) -> bool:
        key = delivery.subscription_id, delivery.event_id
        return self.rows.setdefault(key, delivery) == delivery

    def due(self, subscription_id: str, at: datetime, limit: int) -> Sequence[Delivery]:
        return [each for each in self._waiting(subscription_id) if each.due_at and each.due_at <= at][:limit]

    def next_due(self, subscription_id: str) -> datetime | None:
        return next((each.due_at for each in self._waiting(subscription_id)), None)

    def save(self, after: Delivery) -> bool:
        key = after.subscription_id, after.event_id
        there = self.rows.get(key)
        if there is not None and there.revision == after.revision - 1:
            self.rows[key] = after
        return self.rows.get(key) == after

    def find(self, subscription_id: str, event_id: str) -> Delivery | None:
        return self.rows.get((subscription_id, event_id))

    def page(
        self, subscription_id: str, before: str | None, state: str | None, limit: int
    ) -> tuple[Sequence[Delivery], str | None]:
        told = [row for row in self.rows.values() if row.subscription_id == subscription_id]
        below = sorted((r for r in told if before is None or r.event_id < before), key=lambda r: r.event_id)
        found = [row for row in reversed(below) if state in (None, row.state)][:limit]
        return found, found[-1].event_id if len(found) == limit else None

    def _waiting(self, subscription_id: str) -> list[Delivery]:
        rows = [row for row in self.rows.values() if row.subscription_id == subscription_id and row.due_at]
        return sorted(rows, key=lambda row: (row.due_at, row.event_id))
