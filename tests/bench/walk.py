"""One lead's whole way, from the first look at the asset to the spent code, through the functions themselves."""

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

from twofold.contracts.events import CodeIssued, SignupRequested
from twofold.contracts.settings import SiteSettings, TableSettings

from . import events
from .capacity import NOTHING, Units
from .conversation import Worker
from .layout import Function
from .stub import Request, Stub

_TEXTED = (SignupRequested.type, CodeIssued.type)
_ON_THE_WAY = ("serve_pages", "register_leads", "relay_events", "send_messages", "redeem_codes")


@dataclass(frozen=True, slots=True)
class Step:
    """What AWS was asked during one step, and what was answered in the end."""

    name: str
    function: str
    event: dict[str, Any]
    requests: list[Request]
    answer: Any

    @property
    def units(self) -> Units:
        return sum((request.units for request in self.requests), NOTHING)


@dataclass(slots=True)
class Walker:
    stub: Stub
    workers: dict[str, Worker]
    ledger: str
    site: str
    key: str
    steps: list[Step] = field(default_factory=list)

    @classmethod
    @contextmanager
    def ready(cls, functions: dict[str, Function], stub: Stub, key: str) -> Iterator["Walker"]:
        """One process for each function on the way; they stay, as warm functions do, until the end."""
        settings = functions["register_leads"].settings
        ledger, site = TableSettings.from_env(settings).ledger, SiteSettings.from_env(settings).url
        with ExitStack() as stack:
            workers = {n: stack.enter_context(Worker.of([functions[n]], stub.url)) for n in _ON_THE_WAY}
            yield cls(stub, workers, str(ledger), site, key)

    def walk(self, phone: str) -> dict[str, Step]:
        """Every step by its name, those between the requests included."""
        self.steps = []
        here = {"origin": self.site}
        self._json("asset settings", "serve_pages", events.http("asset", {}, here))
        signup = events.http("sign_up", {"phone": phone}, here)
        challenge = self._json("sign-up", "register_leads", signup)["challenge_id"]
        digits = self._text("verification text")
        confirmation = events.http("confirm", {"code": digits}, here, challenge_id=challenge)
        code = self._json("confirm", "register_leads", confirmation)["discount"]["code"]
        self._text("code text")
        self._spend(code, {"authorization": f"Bearer {self.key}"})
        return {step.name: step for step in self.steps}

    def _spend(self, code: str, key: dict[str, str]) -> None:
        self._json("check", "redeem_codes", events.http("check_code", {}, key, code=code))
        fresh = {**key, "idempotency-key": f"till-4-20261124-{code}"}
        order = events.http("redeem", {"order_id": f"order-{code}"}, fresh, code=code)
        self._json("redeem", "redeem_codes", order)
        self._relay()

    def _text(self, name: str) -> str:
        """Six digits of the text, if there are any."""
        entries = [entry for entry in self._relay() if entry["DetailType"] in _TEXTED]
        step = self._step(name, "send_messages", events.queue(entries))
        self._relay()
        text = next(r.arguments["Message"] for r in step.requests if r.operation == "Publish")
        found = re.search(r"\b\d{6}\b", text)
        return found[0] if found else ""

    def _relay(self) -> list[dict[str, Any]]:
        """Everything that the step before wrote into the ledger, put on the bus."""
        rows = [row for request in self.steps[-1].requests for row in _puts(request, self.ledger)]
        step = self._step(f"relay after {self.steps[-1].name}", "relay_events", events.stream(rows))
        return [e for r in step.requests if r.operation == "PutEvents" for e in r.arguments["Entries"]]

    def _json(self, name: str, function: str, event: dict[str, Any]) -> Any:
        answer = self._step(name, function, event).answer
        assert answer["statusCode"] < 300, answer
        return json.loads(answer["body"])

    def _step(self, name: str, function: str, event: dict[str, Any]) -> Step:
        before = len(self.stub.requests)
        answer = self.workers[function].do(function, event)["answer"]
        self.steps.append(Step(name, function, event, self.stub.requests[before:], answer))
        return self.steps[-1]


def _puts(request: Request, table: str) -> Iterator[dict[str, Any]]:
    for step in request.arguments.get("TransactItems", []):
        if "Put" in step and step["Put"]["TableName"] == table:
            yield step["Put"]["Item"]
