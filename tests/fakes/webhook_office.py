"""All that tells webhooks, in memory: with endpoints that do as they are told, and a clock that jumps to the next
wake."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from tests.fakes.clock import SetClock
from tests.fakes.webhooks import InMemoryDeliveryBook, InMemoryHealthBook, InMemorySubscriptionBook
from twofold.adapters.standard_webhooks import sign
from twofold.contracts.events import CodeExpired, Envelope, EventData
from twofold.ledger.record import Origin, record
from twofold.webhooks.deliveries.delivery import Delivery
from twofold.webhooks.deliveries.fan_out import FanOut
from twofold.webhooks.ports import Answered, Contacts, Outgoing, Unreachable, Wording
from twofold.webhooks.rendering.cloud_events import CloudEvents
from twofold.webhooks.rendering.contact import Contact
from twofold.webhooks.sending.attempt import Attempt
from twofold.webhooks.sending.begin_attempts import BeginAttempts
from twofold.webhooks.sending.courier import Courier
from twofold.webhooks.sending.settle import Settle
from twofold.webhooks.subscriptions.model import Subscription
from twofold.webhooks.subscriptions.secret import draw_secret

KEEP = timedelta(days=30)
SITE = "https://twofold.example"
LEAD = "YMK466DV67CSEOH7IEUL2OFOBE"
Behaviour = Callable[[Outgoing], Answered]


def answers(status: int, body: bytes = b"", **headers: str) -> Behaviour:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: Answered(status=status, headers=named, body=body)


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """One each, and the last one from then on."""
    left = list(behaviours)
    return lambda request: (left.pop(0) if len(left) > 1 else left[0])(request)


@dataclass(slots=True)
class Endpoints:
    """`got` are the requests with when they came, `patience` for how long each would have waited."""

    clock: SetClock
    behaviours: dict[str, Behaviour] = field(default_factory=dict)
    got: list[tuple[datetime, Outgoing]] = field(default_factory=list)
    patience: list[float] = field(default_factory=list)

    def call(self, request: Outgoing, patience: float) -> Answered:
        self.got.append((self.clock(), request))
        self.patience.append(patience)
        return self.behaviours.get(request.url, answers(200))(request)

    def hang(self, request: Outgoing) -> Answered:
        self.clock.forward(seconds=15)
        raise Unreachable("timeout", "It took too long.")

    def ids(self, url: str) -> list[str]:
        return [request.headers["webhook-id"] for _, request in self.got if request.url == url]


@dataclass(slots=True)
class Called:
    """Couriers that were called, and when they are to be woken."""

    called: list[str] = field(default_factory=list)
    wakes: list[tuple[datetime, str]] = field(default_factory=list)
    replays: list[object] = field(default_factory=list)

    def call(self, subscription_id: str) -> None:
        self.called.append(subscription_id)

    def replay(self, replay: object) -> None:
        self.replays.append(replay)

    def wake(self, subscription_id: str, at: datetime) -> None:
        if (at, subscription_id) not in self.wakes:
            self.wakes.append((at, subscription_id))


@dataclass(slots=True)
class InMemoryContacts:
    known: dict[str, Contact] = field(default_factory=dict)

    def contact(self, lead_id: str) -> Contact | None:
        return self.known.get(lead_id)


@dataclass
class Office:
    clock: SetClock = field(default_factory=SetClock)
    subscriptions: InMemorySubscriptionBook = field(default_factory=InMemorySubscriptionBook)
    deliveries: InMemoryDeliveryBook = field(default_factory=InMemoryDeliveryBook)
    health: InMemoryHealthBook = field(default_factory=InMemoryHealthBook)
    couriers: Called = field(default_factory=Called)
    contacts: InMemoryContacts = field(default_factory=InMemoryContacts)
    jitter: Callable[[], float] = lambda: 1.0
    wording: Wording = field(default_factory=lambda: CloudEvents(source=SITE, sign=sign))

    def __post_init__(self) -> None:
        self.endpoints = Endpoints(self.clock)
        self._number = count(1)

    def subscribe(self, name: str = "crm", *events: str, **fields: object) -> Subscription:
        made = Subscription(
            subscription_id=f"whk_{name}",
            url=f"https://{name}.example/hook",
            events=events or ("*",),
            secret=draw_secret(),
            created_at=self.clock(),
            **fields,  # type: ignore[arg-type]
        )
        self.subscriptions.create(made)
        return made

    def event(self, data: EventData | None = None, subject: str = LEAD) -> Envelope:
        number = next(self._number)
        told = data or CodeExpired(code=f"BUF{number}", expired_at="2026-11-22T12:00:00Z")
        at, origin = self.clock(), Origin(campaign_id="buffet-20", asset_id="ast_landing")
        return record(told, subject=subject, version=number, at=at, origin=origin, cause=f"{number}")

    def happens(self, data: EventData | None = None, subject: str = LEAD) -> Envelope:
        """Something happens, and is put down for whoever wants it."""
        told = self.event(data, subject)
        self.fan_out()(told, told.data)
        return told

    def fan_out(self) -> FanOut:
        return FanOut(
            subscriptions=self.subscriptions,
            deliveries=self.deliveries,
            health=self.health,
            couriers=self.couriers,
            keep=KEEP,
            clock=self.clock,
        )

    def courier(self) -> Courier:
        contacts: Contacts = self.contacts
        return Courier(
            deliveries=self.deliveries,
            health=self.health,
            begin_attempts=BeginAttempts(
                subscriptions=self.subscriptions,
                deliveries=self.deliveries,
                contacts=contacts,
                wording=self.wording,
                attempt=Attempt(caller=self.endpoints, clock=self.clock),
                clock=self.clock,
            ),
            settle=Settle(
                subscriptions=self.subscriptions,
                deliveries=self.deliveries,
                health=self.health,
                jitter=self.jitter,
                clock=self.clock,
            ),
            couriers=self.couriers,
            wakes=self.couriers,
            clock=self.clock,
            pause=lambda seconds: self.clock.forward(seconds=seconds),
        )

    def serve(self) -> None:
        """Couriers come until nobody is called."""
        while self.couriers.called:
            self.courier()(self.couriers.called.pop(0))

    def go_on(self, until: timedelta) -> None:
        """Time passes, and whoever is to be woken in it is."""
        end = self.clock() + until
        self.serve()
        while due := sorted(wake for wake in self.couriers.wakes if wake[0] <= end):
            self.couriers.wakes.remove(due[0])
            self.clock.at = max(self.clock(), due[0][0])
            self.couriers.call(due[0][1])
            self.serve()
        self.clock.at = max(self.clock(), end)

    def told(self, subscription: Subscription, event: Envelope) -> Delivery:
        found = self.deliveries.find(subscription.subscription_id, event.id)
        assert found, "it was not put down"
        return found
