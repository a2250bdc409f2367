"""A town of webhooks in one process: real couriers on threads of their own, real sockets and time; books in memory."""

import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from threading import RLock

from tests.fakes.webhook_desk import Asking
from tests.fakes.webhook_office import KEEP, LEAD, SITE, InMemoryContacts
from tests.fakes.webhooks import InMemoryDeliveryBook, InMemoryHealthBook, InMemorySubscriptionBook
from tests.unit.webhooks.proofs.crowd import Crowd
from twofold.adapters.safe_http.caller import SafeHttp
from twofold.adapters.standard_webhooks import sign
from twofold.contracts.events import CodeExpired, Envelope
from twofold.contracts.instants import now
from twofold.ledger.record import record
from twofold.webhooks.deliveries.delivery import Delivery
from twofold.webhooks.deliveries.fan_out import FanOut
from twofold.webhooks.rendering.cloud_events import CloudEvents
from twofold.webhooks.sending.attempt import Attempt
from twofold.webhooks.sending.begin_attempts import BeginAttempts
from twofold.webhooks.sending.courier import Courier
from twofold.webhooks.sending.settle import Settle
from twofold.webhooks.subscriptions.model import Subscription
from twofold.webhooks.subscriptions.rotate import RotateSecret
from twofold.webhooks.subscriptions.secret import draw_secret


class SharedDeliveries:
    """A book that many threads may write in: one of the usual kind for each webhook, and a lock."""

    def __init__(self) -> None:
        self.books: dict[str, InMemoryDeliveryBook] = defaultdict(InMemoryDeliveryBook)
        self._lock = RLock()

    def put(self, delivery: Delivery) -> bool:
        with self._lock:
            return self.books[delivery.subscription_id].put(delivery)

    def due(self, subscription_id: str, at: datetime, limit: int) -> Sequence[Delivery]:
        with self._lock:
            return self.books[subscription_id].due(subscription_id, at, limit)

    def next_due(self, subscription_id: str) -> datetime | None:
        with self._lock:
            return self.books[subscription_id].next_due(subscription_id)

    def save(self, after: Delivery) -> bool:
        with self._lock:
            return self.books[after.subscription_id].save(after)

    def find(self, subscription_id: str, event_id: str) -> Delivery | None:
        with self._lock:
            return self.books[subscription_id].find(subscription_id, event_id)

    def page(
        self, subscription_id: str, before: str | None, state: str | None, limit: int
    ) -> tuple[Sequence[Delivery], str | None]:
        with self._lock:
            return self.books[subscription_id].page(subscription_id, before, state, limit)


@dataclass(slots=True)
class Threads:
    """Couriers on threads, as many as there are `hands`; whoever is to be woken later is only remembered."""

    visit: Callable[[str], str]
    hands: ThreadPoolExecutor
    visits: list[Future[str]] = field(default_factory=list)
    wakes: list[tuple[str, datetime]] = field(default_factory=list)

    def call(self, subscription_id: str) -> None:
        self.visits.append(self.hands.submit(self.visit, subscription_id))

    def replay(self, replay: object) -> None:
        raise AssertionError("nobody replays anything here")

    def wake(self, subscription_id: str, at: datetime) -> None:
        self.wakes.append((subscription_id, at))

    def go_home(self) -> Sequence[str]:
        """What came of each visit, once all of them are over."""
        return [visit.result() for visit in self.visits]


@dataclass(slots=True)
class Town:
    crowd: Crowd
    patience: float
    couriers: int
    subscriptions: InMemorySubscriptionBook = field(default_factory=InMemorySubscriptionBook)
    deliveries: SharedDeliveries = field(default_factory=SharedDeliveries)
    health: InMemoryHealthBook = field(default_factory=InMemoryHealthBook)
    secrets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    happened: dict[str, float] = field(default_factory=dict)
    threads: Threads = field(init=False)

    def __post_init__(self) -> None:
        self.threads = Threads(lambda told: self._courier()(told), ThreadPoolExecutor(self.couriers))

    def subscribe(self, paths: Sequence[str]) -> None:
        for path in paths:
            secret = draw_secret()
            self.secrets[path] = (secret,)
            self.subscriptions.create(
                Subscription(
                    subscription_id=path,
                    url=self.crowd.url(path),
                    events=("*",),
                    secret=secret,
                    created_at=now(),
                )
            )

    def rotate(self, *paths: str) -> None:
        """By the very use case; from now on both secrets sign."""
        turn = RotateSecret(book=self.subscriptions, health=self.health, draw_secret=draw_secret, clock=now)
        for path in paths:
            turn(path, Asking())
            self.secrets[path] = (*self.secrets[path], self.subscriptions.find(path).secret)

    def happen(self, events: int, every: float, half_way: Callable[[], None]) -> None:
        """One event after another, each put down and told as the queue brings it."""
        tell, begun = self._fan_out(), time.monotonic()
        for number in range(events):
            time.sleep(max(0.0, begun + number * every - time.monotonic()))
            if number == events // 2:
                half_way()
            told = _event(number)
            self.happened[told.id] = time.monotonic()
            tell(told, told.data)

    def states(self, path: str) -> Mapping[str, Delivery]:
        """What became of each event for one webhook."""
        return {event_id: row for (_, event_id), row in self.deliveries.books[path].rows.items()}

    def _fan_out(self) -> FanOut:
        return FanOut(
            subscriptions=self.subscriptions,
            deliveries=self.deliveries,
            health=self.health,
            couriers=self.threads,
            keep=KEEP,
            clock=now,
        )

    def _courier(self) -> Courier:
        attempt = Attempt(caller=SafeHttp(allow_loopback=True), clock=now, patience=self.patience)
        return Courier(
            deliveries=self.deliveries,
            health=self.health,
            begin_attempts=BeginAttempts(
                subscriptions=self.subscriptions,
                deliveries=self.deliveries,
                contacts=InMemoryContacts(),
                wording=CloudEvents(source=SITE, sign=sign),
                attempt=attempt,
                clock=now,
            ),
            settle=Settle(
                subscriptions=self.subscriptions,
                deliveries=self.deliveries,
                health=self.health,
                jitter=lambda: 1.0,
                clock=now,
            ),
            couriers=self.threads,
            wakes=self.threads,
            clock=now,
            pause=time.sleep,
        )


def _event(number: int) -> Envelope:
    told = CodeExpired(code=f"BUF{number}", expired_at="2026-11-22T12:00:00Z")
    return record(told, subject=LEAD, version=number + 1, at=now(), cause=f"{number}")
