"""Webhooks: an event is put down for them, and brought to one. As the queue and Lambda hand each over."""

import json
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from unittest.mock import patch

from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.people import ASSET, People, fresh_number
from tests.faults.platform import Handle, deliver, invoke
from twofold.adapters.dynamodb.deliveries import DynamoDeliveryBook
from twofold.adapters.dynamodb.subscriptions import DynamoSubscriptionBook
from twofold.adapters.dynamodb.webhook_health import DynamoHealthBook
from twofold.contracts import events
from twofold.contracts.events import CodeRevoked, Envelope
from twofold.contracts.ids import draw_id
from twofold.contracts.instants import now
from twofold.leads.phone import Phone
from twofold.ledger.record import Origin, record
from twofold.webhooks.deliveries import delivery
from twofold.webhooks.deliveries.delivery import Delivery
from twofold.webhooks.sending import courier
from twofold.webhooks.subscriptions.model import Subscription
from twofold.webhooks.subscriptions.secret import draw_secret

KEEP = timedelta(days=1)
NO_TIME = timedelta(milliseconds=1)
A_WHILE = timedelta(seconds=1)
"""Longer than any attempt takes here, as what is claimed is claimed for longer than any attempt can take."""


class Hook(ThreadingHTTPServer):
    """An endpoint on this machine, which takes everything; `got` are the ids of what it took."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[str] = []


class _Handler(BaseHTTPRequestHandler):
    server: Hook

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.server.got.append(self.headers["webhook-id"])
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""


@cache
def _hook() -> Hook:
    hook = Hook()
    Thread(target=hook.serve_forever, args=(0.01,), daemon=True).start()
    return hook


def _put_down(people: People) -> Scene:
    told, phone = _happened(people)
    made = _subscribed(people)

    def judge(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "it ended among the dead letters"
        kept = _kept(people, made, told)
        assert (kept.state, kept.attempts) == ("waiting", 0)
        _unsubscribed(people, made)

    return Scene(phone, lambda handle: deliver(handle, events.write(told), tries=5), judge)


def _brought(people: People) -> Scene:
    told, phone = _happened(people)
    made = _subscribed(people)
    DynamoDeliveryBook().put(Delivery.of(told, made.subscription_id, now(), KEEP))

    def judge(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "it ended among the dead letters"
        kept = _kept(people, made, told)
        assert (kept.state, kept.due_at) == ("delivered", None)
        assert 1 <= _hook().got.count(told.id) <= 3
        at = now()
        assert DynamoHealthBook().take(made.subscription_id, at, at + NO_TIME), "nobody else could come"
        _unsubscribed(people, made)

    return Scene(phone, _courier(made), judge)


def _courier(made: Subscription) -> Callable[[Handle], bool]:
    """Whoever comes after one that died comes a minute later, when its lease is over; here that is at once."""

    def play(handle: Handle) -> bool:
        with _hurried():
            return invoke(handle, {"courier": made.subscription_id}, tries=4)

    return play


@contextmanager
def _hurried() -> Iterator[None]:
    with patch.object(courier, "LEASE", NO_TIME), patch.object(delivery, "CLAIM", A_WHILE):
        yield


def _happened(people: People) -> tuple[Envelope, Phone]:
    phone = fresh_number()
    data = CodeRevoked(code=f"X{uuid.uuid4().hex[:8]}", reason="proof")
    origin = Origin(campaign_id=people.campaign.campaign_id, asset_id=ASSET)
    told = record(data, subject=people.lead_id(phone), version=1, at=now(), origin=origin, cause=data.code)
    return told, phone


def _subscribed(people: People) -> Subscription:
    people.attach()
    made = Subscription(
        subscription_id=f"whk_{draw_id()}",
        url=f"http://127.0.0.1:{_hook().server_port}/hook",
        events=(CodeRevoked.type,),
        secret=draw_secret(),
        created_at=now(),
        contact=True,
    )
    DynamoSubscriptionBook(people.connection).create(made)
    return made


def _unsubscribed(people: People, made: Subscription) -> None:
    DynamoSubscriptionBook(people.connection).delete(made)


def _kept(people: People, made: Subscription, told: Envelope) -> Delivery:
    people.attach()
    found = DynamoDeliveryBook().find(made.subscription_id, told.id)
    assert found, "it was not put down"
    assert json.loads(found.event) == json.loads(events.write(told))
    return found


FLOWS = (
    Flow("event for a webhook", "deliver_webhooks", _put_down, 52),
    Flow("courier of a webhook", "deliver_webhooks", _brought, 164),
)
