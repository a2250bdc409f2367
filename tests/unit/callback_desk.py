"""The function for callbacks, with senders whose keys are known and a desk that notes what is put on it."""

import importlib
import importlib.util
from base64 import b64encode
from collections import deque
from dataclasses import dataclass, field
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.adapters.callbacks.signed import GENERIC, SITE, TWILIO, Posted, Said
from tests.fakes import sample_events
from tests.fakes.samples import ROOT
from twofold.adapters.callbacks.aws import AwsCallbacks
from twofold.contracts.settings import SiteSettings

TOPIC = "arn:aws:sns:eu-central-1:111122223333:Twofold-CallbacksAnswers"


@dataclass
class Noted:
    """`taken` is what came, in order; `failures` befall the next ones, one each; None lets one pass."""

    taken: list[Said] = field(default_factory=list)
    failures: deque[Exception | None] = field(default_factory=deque)

    def __call__(self, said: Said) -> str:
        self.taken.append(said)
        failure = self.failures.popleft() if self.failures else None
        if failure:
            raise failure
        return "noted"


@dataclass
class Function:
    """What providers reach."""

    handler: ModuleType
    received: Noted
    settled: Noted

    def __call__(self, event: dict[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = self.handler.handle(event, None)
        return answer

    @property
    def untouched(self) -> bool:
        return not (self.received.taken or self.settled.taken)


def started(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> Function:
    """The handler, wired to senders and desks of a test; `twilio` and `generic` may be None."""
    received, settled = Noted(), Noted()
    found = {"twilio": TWILIO, "generic": GENERIC, "aws": AwsCallbacks(topics=(TOPIC,))} | changes
    wiring = SimpleNamespace(
        site=lambda: SiteSettings(url=SITE, env="prod"),
        receive=lambda: received,
        settle=lambda: settled,
        **{name: (lambda it=it: it) for name, it in found.items()},
    )
    # The package that an import finds now: tests that start functions forget theirs, and it is made anew.
    package = importlib.import_module("twofold.wiring")
    monkeypatch.setattr(package, "receive_callbacks", wiring, raising=False)
    return Function(_load(), received, settled)


def _load() -> ModuleType:
    path = ROOT / "functions" / "receive_callbacks" / "handler.py"
    spec = importlib.util.spec_from_file_location("receive_callbacks_handler", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def request(name: str, posted: Posted) -> dict[str, Any]:
    """The sample's request, with what was posted in it."""
    event = sample_events.read(f"callbacks/{name}")
    path, _, query = posted.target.partition("?")
    return event | {
        "rawPath": path,
        "rawQueryString": query,
        "headers": event["headers"] | posted.headers,
        "requestContext": event["requestContext"]
        | {"http": event["requestContext"]["http"] | {"path": path}},
        **_body(posted.raw),
    }


def _body(raw: bytes) -> dict[str, Any]:
    return {"body": b64encode(raw).decode(), "isBase64Encoded": True}
