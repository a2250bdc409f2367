"""What partners do with webhooks, on an office in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.fakes.webhook_office import KEEP, Office
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.events import Envelope
from twofold.contracts.payloads.webhooks import Webhook, WebhookRequest
from twofold.ledger.ports import LedgerRow
from twofold.ledger.record import first_id
from twofold.webhooks.deliveries.show import ShowDeliveries
from twofold.webhooks.replay.continue_replay import ContinueReplay
from twofold.webhooks.replay.redeliver import Redeliver
from twofold.webhooks.replay.request_replay import RequestReplay
from twofold.webhooks.sending.attempt import Attempt
from twofold.webhooks.sending.send_test import PATIENCE, SendTest
from twofold.webhooks.subscriptions.change import ChangeWebhook
from twofold.webhooks.subscriptions.create import CreateWebhook
from twofold.webhooks.subscriptions.delete import DeleteWebhook
from twofold.webhooks.subscriptions.rotate import RotateSecret
from twofold.webhooks.subscriptions.secret import draw_secret
from twofold.webhooks.subscriptions.show import ShowWebhooks

from .ledger import row_of


@dataclass(frozen=True)
class Asking:
    """A key, as far as webhooks are concerned."""

    scopes: tuple[str, ...] = ("webhooks", "leads:read")
    system: str | None = None


@dataclass
class PublicAddresses:
    """Only hosts that end in `.example` may be called."""

    asked: list[str] = field(default_factory=list)

    def check(self, url: str) -> None:
        self.asked.append(url)
        if ".example/" not in f"{url}/":
            raise InvalidRequest("The host leads to nobody.", field="url")


class OneMapping:
    """Knows HubSpot alone."""

    def check(self, mapping: Mapping[str, Any], system: str | None) -> str:
        if mapping.get("system") != "hubspot" or system not in (None, "hubspot"):
            raise InvalidRequest("There is HubSpot alone.", field="mapping.system")
        return "hubspot"


@dataclass
class ListLedger:
    events: list[Envelope] = field(default_factory=list)
    reads: int = 0

    def since(self, after: str, until: Any, limit: int) -> list[LedgerRow]:
        self.reads += 1
        found = sorted((e for e in self.events if after < e.id < first_id(until)), key=lambda e: e.id)
        return [row_of(event) for event in found[:limit]]

    def subject(self, subject_id: str) -> list[Envelope]:
        self.reads += 1
        return sorted((e for e in self.events if e.subject == subject_id), key=lambda e: e.id)

    def find(self, event_id: str) -> Envelope | None:
        return next((event for event in self.events if event.id == event_id), None)


@dataclass
class Desk:
    office: Office = field(default_factory=Office)
    addresses: PublicAddresses = field(default_factory=PublicAddresses)
    ledger: ListLedger = field(default_factory=ListLedger)

    def __post_init__(self) -> None:
        office, number = self.office, count(1)
        book, health, clock = office.subscriptions, office.health, office.clock
        again = Redeliver(deliveries=office.deliveries, keep=KEEP)
        self.create = CreateWebhook(
            book=book,
            addresses=self.addresses,
            mappings=OneMapping(),
            draw_id=lambda: f"{next(number)}",
            draw_secret=draw_secret,
            clock=clock,
        )
        self.change = ChangeWebhook(
            book=book,
            health=health,
            addresses=self.addresses,
            mappings=OneMapping(),
            couriers=office.couriers,
            clock=clock,
        )
        self.rotate = RotateSecret(book=book, health=health, draw_secret=draw_secret, clock=clock)
        self.delete = DeleteWebhook(book=book)
        self.show = ShowWebhooks(book=book, health=health, clock=clock)
        self.deliveries = ShowDeliveries(book=book, deliveries=office.deliveries)
        self.try_out = SendTest(
            book=book,
            deliveries=office.deliveries,
            wording=office.wording,
            attempt=Attempt(caller=office.endpoints, clock=clock, patience=PATIENCE),
            keep=KEEP,
            clock=clock,
        )
        self.replay = RequestReplay(
            book=book, ledger=self.ledger, redeliver=again, couriers=office.couriers, clock=clock
        )
        self.continue_replay = ContinueReplay(
            book=book,
            ledger=self.ledger,
            health=health,
            redeliver=again,
            couriers=office.couriers,
            clock=clock,
        )

    def made(self, **fields: Any) -> Webhook:
        request = WebhookRequest(**{"url": "https://crm.example/hook", "events": ("*",), **fields})
        told, new = self.create(request, Asking())
        assert new
        return told
