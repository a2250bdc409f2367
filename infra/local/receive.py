"""`make receive`: a webhook on this machine that shows what a CRM would get, as it happens, until Ctrl-C.

It subscribes by the partners' API, verifies what comes, and is deleted in the end. JSON=1 prints each body whole.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import httpx

from infra.commands.screen import CannotGoOn, done, say, warn
from infra.local.workspace import Workspace
from twofold.adapters.standard_webhooks import read_secret_text, verify
from twofold.contracts.errors import Untrusted
from twofold.contracts.routes.webhooks import CREATE_WEBHOOK, DELETE_WEBHOOK

EVENTS = ["*"]

Show = Callable[[dict[str, Any]], None]


class Receiver(ThreadingHTTPServer):
    """Shows each event once. Who comes before there is a secret is asked to come again."""

    daemon_threads = True

    def __init__(self, show: Show) -> None:
        super().__init__(("127.0.0.1", 0), _Delivery)
        self.secret = ""
        self.show = show
        self.seen: set[str] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class _Delivery(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.send_response(self._taken(body))
        self.send_header("content-length", "0")
        self.end_headers()

    def _taken(self, body: bytes) -> int:
        if not self.server.secret:
            return 503
        told = dict(self.headers.items())
        try:
            verify(read_secret_text(self.server.secret), told, body, datetime.now(UTC))
        except Untrusted as untrusted:
            warn(f"Somebody told us something that was not signed by us: {untrusted.detail}")
            return 401
        event_id = self.headers["webhook-id"]
        if event_id not in self.server.seen:
            self.server.seen.add(event_id)
            self.server.show(json.loads(body))
        return 204

    def log_message(self, format: str, *given: Any) -> None:  # noqa: A002
        """What comes is shown; that it came needs no line of its own."""


@contextmanager
def listening(show: Show) -> Iterator[Receiver]:
    receiver = Receiver(show)
    Thread(target=receiver.serve_forever, daemon=True).start()
    try:
        yield receiver
    finally:
        receiver.shutdown()
        receiver.server_close()


@contextmanager
def subscribed(api: httpx.Client, receiver: Receiver) -> Iterator[str]:
    """A webhook of the receiver, by its id, for as long as it is wanted. Raises CannotGoOn."""
    wanted = {"url": receiver.url, "events": EVENTS, "contact": True, "description": "make receive"}
    answer = api.request(CREATE_WEBHOOK.method, CREATE_WEBHOOK.path, json=wanted)
    if answer.status_code != 201:
        raise CannotGoOn(f"The API made no webhook: {answer.status_code} {answer.text[:300]}")
    receiver.secret = answer.json()["secret"]
    webhook_id: str = answer.json()["webhook_id"]
    try:
        yield webhook_id
    finally:
        api.request(DELETE_WEBHOOK.method, DELETE_WEBHOOK.path.format(webhook_id=webhook_id))


def shown(event: dict[str, Any]) -> None:
    """A line for each: when, what, about whom."""
    if os.environ.get("JSON"):
        say(json.dumps(event, ensure_ascii=False))
    else:
        contact = event["data"].pop("contact", {})
        say(f"  {event['time'][11:19]}  {event['type']:24} {contact.get('phone', event['subject'])}")
        say(f"            {json.dumps(event['data'], ensure_ascii=False)}")


def main() -> None:
    stack = Workspace.current().read()
    if "keys" not in stack:
        raise CannotGoOn("Nothing is deployed on this machine. Run `make up`.")
    key = {"authorization": f"Bearer {stack['keys']['all']}"}
    try:
        with (
            listening(shown) as receiver,
            httpx.Client(base_url=stack["api"], headers=key, timeout=30) as api,
            subscribed(api, receiver) as webhook_id,
        ):
            done(f"{webhook_id} listens at {receiver.url}", "Ctrl-C ends it")
            Event().wait()
    except KeyboardInterrupt:
        say()
    except httpx.HTTPError as error:
        raise CannotGoOn(f"No answer: {error}. `make status` says what runs.") from None


if __name__ == "__main__":
    main()
