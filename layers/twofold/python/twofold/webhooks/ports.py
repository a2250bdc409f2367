"""What telling others needs of the outside."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from twofold.contracts.errors import TwofoldError
from twofold.contracts.events import Envelope
from twofold.ledger.ports import LedgerRow

from .delivery import Delivery
from .health import Health, Lease
from .model import Contact, Subscription

Trouble = Literal["dns", "connect", "tls", "timeout", "reset", "too_long"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One HTTP request to an address that somebody gave us.

    Every 2xx is success; `fine` are other statuses that are, too, such as a CRM's 409 for what it has already.
    """

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    fine: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came back: `headers` by their names in lower case, `body` as far as it was read (64 kB at most)."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


class Refused(TwofoldError):
    """An address that may not be called, wherever it leads now: `detail` is a sentence for who gave it."""

    default_code = "address_refused"


class Unreachable(TwofoldError):
    """Nobody answered there, or not in time, or not to the end. `kind` is for machines, `detail` for people."""

    default_code = "unreachable"

    def __init__(self, kind: Trouble, detail: str) -> None:
        super().__init__(detail)
        self.kind: Trouble = kind


class Caller(Protocol):
    def call(self, request: Outgoing, patience: float) -> Answered:
        """Make the request once, done with in `patience` seconds in all; a redirect is an answer like any other.

        The address is judged anew with each call. May be called by several threads at once.
        Raises Refused before anything is sent, and Unreachable.
        """


class Addresses(Protocol):
    def check(self, url: str) -> None:
        """Raises InvalidRequest, naming the field `url`, for an address that may not be called."""


class Wording(Protocol):
    def requests(
        self, subscription: Subscription, event: Envelope, contact: Contact | None, at: datetime
    ) -> Sequence[Outgoing]:
        """What tells this webhook of this event at this moment, in the order in which it is to be sent.

        None at all: there is nothing to tell it. The contact is there when the webhook asks for it, or has a mapping,
        and the event's subject is a lead whom we know. May be called by several threads at once. Raises InvalidRequest
        for what can never be told; Refused, Unreachable where it has to ask somebody first and cannot.
        """


class Contacts(Protocol):
    def contact(self, lead_id: str) -> Contact | None:
        """Who this is; None for an id that is no lead's, or whose lead was erased."""


class SubscriptionMoved(Exception):
    """Somebody changed it, or which events are wanted in all, since it was read."""


class SubscriptionBook(Protocol):
    """With each change it is written, in the same transaction, which events somebody wants in all."""

    def all(self) -> Sequence[Subscription]:
        """All there are, oldest first, as they stand now."""

    def find(self, subscription_id: str) -> Subscription:
        """Raises NotFound."""

    def create(self, subscription: Subscription) -> None:
        """Raises Conflict `too_many_webhooks` when there are MOST, SubscriptionMoved when somebody came in between."""

    def save(self, after: Subscription, *events: Envelope) -> None:
        """It with its next version, and these events: all or nothing. Raises SubscriptionMoved."""

    def delete(self, subscription: Subscription) -> None:
        """Gone, if this is still its version; its health too. Raises SubscriptionMoved."""


class HealthBook(Protocol):
    """How each webhook does, and who is with it."""

    def find(self, subscription_id: str) -> Health: ...

    def take(self, subscription_id: str, at: datetime, until: datetime) -> Lease | None:
        """Become its only courier until then; None while there is another."""

    def knock(self, subscription_id: str, at: datetime) -> bool:
        """Tell of new work. False: nobody is there to hear it, nor is it resting: call a courier."""

    def note(self, lease: Lease, health: Health) -> None:
        """Keep how it does; nothing is kept when the lease is another's by now."""

    def release(self, lease: Lease, health: Health, *, unless_knocked: bool) -> Lease | None:
        """Let go. With `unless_knocked`, and somebody knocked since: stay, with the lease that this answers."""

    def refresh(self, subscription_id: str) -> None:
        """Forget how it did: somebody has put it right. Who is with it stays."""


class DeliveryBook(Protocol):
    """All changes are on the revision that was read, and answer whether they were made."""

    def put(self, delivery: Delivery) -> bool:
        """Put down what is to be told, if it is not there yet."""

    def due(self, subscription_id: str, at: datetime, limit: int) -> Sequence[Delivery]:
        """Those that may go now, the longest due first; maybe a moment old."""

    def next_due(self, subscription_id: str) -> datetime | None:
        """When the next one that still waits is due; maybe a moment old."""

    def save(self, after: Delivery) -> bool:
        """Its next revision."""

    def find(self, subscription_id: str, event_id: str) -> Delivery | None: ...

    def page(
        self, subscription_id: str, before: str | None, state: str | None, limit: int
    ) -> tuple[Sequence[Delivery], str | None]:
        """The newest events' below `before`, in this state, and where the next page begins (None: there is none).

        A page may be short, even empty, though another follows: only so many rows are looked at.
        """


class Ledger(Protocol):
    def since(self, after: str, until: datetime, limit: int) -> Iterable[LedgerRow]:
        """The oldest `limit` events with an id above `after` that happened before `until`, in order."""

    def subject(self, subject_id: str) -> Sequence[Envelope]:
        """Everything that happened to a subject, oldest first."""

    def find(self, event_id: str) -> Envelope | None:
        """The event of this id, which looks like one (26 characters)."""


class Couriers(Protocol):
    def call(self, subscription_id: str) -> None:
        """Have a courier come, soon. Raises Unavailable."""

    def replay(self, replay: object) -> None:
        """Have a replay go on, soon. Raises Unavailable."""


class Wakes(Protocol):
    def wake(self, subscription_id: str, at: datetime) -> None:
        """Have a courier come at that minute or soon after; asked twice for a minute, it is done once."""


class Mappings(Protocol):
    def check(self, mapping: Any, system: str | None) -> str:
        """Whose words it speaks, such as hubspot: this system's, if one is said.

        Raises InvalidRequest that names the field below `mapping`.
        """
