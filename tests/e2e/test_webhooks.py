"""A CRM asks to be told, is told of a sign-up within seconds, and can look at it and be told again."""

import json
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from standardwebhooks import Webhook

from tests.e2e.visitor import Visitor
from tests.fakes.serving import serving
from tests.faults.people import People, fresh_number
from tests.stack import Stack
from twofold.adapters.dynamodb.wanted_events import DynamoWantedEvents
from twofold.contracts.routes import webhooks as routes

SOON = 40.0
"""Seconds until an event must be there: cold functions on a busy machine take a while."""


class Crm(ThreadingHTTPServer):
    """`got` are the requests that it took: headers and body. It answers with `status`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.status = 200

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/twofold"

    def told(self, kind: str) -> list[dict[str, Any]]:
        return [told for told in (json.loads(body) for _, body in self.got) if told["type"] == kind]


class _Handler(BaseHTTPRequestHandler):
    server: Crm

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
        self.send_response(self.server.status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""


@pytest.fixture
def crm() -> Iterator[Crm]:
    with serving(Crm()) as server:
        yield server


@pytest.fixture
def ask(people: People) -> Iterator[httpx.Client]:
    with httpx.Client(headers={"Authorization": f"Bearer {people.key}"}, timeout=60) as client:
        yield client


def _until(there: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + SOON
    while not there():
        assert time.monotonic() < end, what
        time.sleep(0.2)


def test_a_sign_up_is_told_kept_and_told_again(stack: Stack, visitor: Visitor, ask: httpx.Client, crm: Crm):
    asked = {"url": crm.url, "events": ["signup.*", "lead.*"], "contact": True}
    made = ask.post(stack.api + routes.CREATE_WEBHOOK.path, json=asked)
    assert made.status_code == 201, made.text
    webhook = made.json()
    one = {"webhook_id": webhook["webhook_id"]}
    try:
        tried = ask.post(routes.TEST_WEBHOOK.at(stack.api, **one)).json()
        assert (tried["arrived"], tried["status"]) == (True, 200), tried
        # So long may the relay go on with what was wanted before.
        time.sleep(DynamoWantedEvents.SECONDS)
        whom = fresh_number()
        assert visitor.sign_up(whom).status_code == 202
        _until(lambda: bool(crm.told("signup.requested.v1")), "nothing was told")
        (event,) = crm.told("signup.requested.v1")
        headers, body = crm.got[-1]
        Webhook(webhook["secret"]).verify(body, headers)
        assert headers["webhook-id"] == event["id"]
        assert whom.e164.encode() not in body, "they have not confirmed"
        delivery = routes.DELIVERY.at(stack.api, **one, event_id=event["id"])
        _until(lambda: ask.get(delivery).json().get("state") == "delivered", "it was not written down")
        again = ask.post(routes.REPLAY_WEBHOOK.at(stack.api, **one), json={"event_ids": [event["id"]]})
        assert (again.status_code, again.json()["events"]) == (202, 1)
        _until(lambda: len(crm.told("signup.requested.v1")) == 2, "it was not told again")
        assert crm.told("signup.requested.v1") == [event, event]
    finally:
        assert ask.delete(routes.DELETE_WEBHOOK.at(stack.api, **one)).status_code == 204


def test_what_fails_is_tried_again_within_seconds(
    stack: Stack, visitor: Visitor, ask: httpx.Client, crm: Crm
):
    crm.status = 500
    made = ask.post(
        stack.api + routes.CREATE_WEBHOOK.path, json={"url": crm.url, "events": ["signup.*"]}
    ).json()
    one = {"webhook_id": made["webhook_id"]}
    try:
        time.sleep(DynamoWantedEvents.SECONDS)
        assert visitor.sign_up(fresh_number()).status_code == 202
        _until(lambda: bool(crm.got), "nothing was told")
        crm.status = 200
        _until(lambda: len(crm.got) == 2, "it was not tried again")
        ids = {headers["webhook-id"] for headers, _ in crm.got}
        assert len(ids) == 1
        page = ask.get(routes.DELIVERIES.at(stack.api, **one)).json()
        _until(
            lambda: (
                ask.get(routes.DELIVERIES.at(stack.api, **one)).json()["deliveries"][0]["state"]
                == "delivered"
            ),
            str(page),
        )
    finally:
        assert ask.delete(routes.DELETE_WEBHOOK.at(stack.api, **one)).status_code == 204
