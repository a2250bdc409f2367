"""What is kept of webhooks, and what they are told from."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from twofold.contracts.events import Envelope
from twofold.ledger.ports import LedgerRow

from .deliveries.delivery import Delivery
from .sending.health import Health, Lease
from .subscriptions.model import Subscription


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

    def all(self) -> Mapping[str, Health]:
        """Those that are known, by the webhook's id."""

    def take(self, subscription_id: str, at: datetime, until: datetime) -> Lease | None:
        """Become its only courier until then; None while there is another."""

    def knock(self, subscription_id: str, at: datetime) -> bool:
        """Tell of new work. False: nobody is there to hear it, nor is it resting: call a courier."""

    def note(self, lease: Lease, health: Health) -> None:
        """Keep how it does; nothing is kept when the lease is another's by now, or somebody has put it right since."""

    def release(self, lease: Lease, health: Health, *, unless_knocked: bool) -> Lease | None:
        """Let go. Stay with the lease that this answers, and keep nothing, when somebody has put it right since;
        with `unless_knocked`, when somebody has knocked, too."""

    def refresh(self, subscription_id: str) -> None:
        """Forget how it did: somebody has put it right. Who is with it stays, and learns of it."""


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


class PastEvents(Protocol):
    """What has happened, as the ledger keeps it."""

    def since(self, after: str, until: datetime, limit: int) -> Iterable[LedgerRow]:
        """The oldest `limit` events with an id above `after` that happened before `until`, in order."""

    def subject(self, subject_id: str) -> Sequence[Envelope]:
        """Everything that happened to a subject, oldest first."""

    def find(self, event_id: str) -> Envelope | None:
        """The event of this id, which looks like one (26 characters)."""
