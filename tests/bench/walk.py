"""Walks through the functions themselves, a step at a time, and remembers what AWS was asked at each."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from twofold.contracts.events import WEBHOOKS
from twofold.contracts.settings import SiteSettings, TableSettings

from . import events
from .capacity import NOTHING, Units
from .conversation import Worker
from .layout import Function
from .place import Place
from .stub import Request

BEGIN = datetime(2026, 11, 24, 11, tzinfo=UTC)
"""Noon of a working day where the walk's numbers are: marketing may go, and may again days later."""

SWEEPER, ENGINE = "sweep_overdue", "run_automations"
COURIER = "deliver_webhooks"
_ON_THE_WAY = (
    "serve_pages",
    "register_leads",
    "relay_events",
    "send_messages",
    "receive_callbacks",
    "redeem_codes",
    ENGINE,
    SWEEPER,
    COURIER,
)


@dataclass(frozen=True, slots=True)
class Step:
    """What AWS was asked during one step, and what was answered in the end; `logged` is the bytes of each line."""

    name: str
    function: str
    event: dict[str, Any]
    requests: list[Request]
    answer: Any
    logged: tuple[int, ...] = ()

    @property
    def units(self) -> Units:
        return sum((request.units for request in self.requests), NOTHING)


@dataclass(slots=True)
class Walker:
    """`at` is the present, for every function."""

    place: Place
    functions: dict[str, Function]
    at: datetime = BEGIN
    steps: list[Step] = field(default_factory=list)
    _awake: ExitStack = field(default_factory=ExitStack)
    _workers: dict[str, Worker] = field(default_factory=dict)

    @classmethod
    @contextmanager
    def ready(cls, functions: dict[str, Function], place: Place) -> Iterator[Self]:
        """One process for each function on the way; they stay, as warm functions do, until the end or a `rest`."""
        walker = cls(place, functions)
        walker.wake()
        with walker._awake:
            walker.sweep()
            yield walker

    def wake(self) -> None:
        for name in _ON_THE_WAY:
            starting = Worker.of([self.functions[name]], self.place.stub.url)
            self._workers[name] = self._awake.enter_context(starting)
        for worker in self._workers.values():
            worker.do("ready")

    def rest(self, *, cold: bool, until: datetime) -> None:
        """For long. `cold`: nobody else keeps the functions warm, so what they had in memory is gone."""
        self.at = until
        if cold:
            self._awake.close()
            self.wake()
        self.sweep()

    def sweep(self) -> None:
        """As the sweeper does all along: it belongs to no lead's way, so it is no step of it."""
        self._workers[SWEEPER].do(SWEEPER, {}, at=self.at)

    def wait(self, **span: int) -> None:
        self.at += timedelta(**span)

    @property
    def site(self) -> str:
        return SiteSettings.from_env(self.functions["register_leads"].settings).url

    def call(self, name: str, function: str, event: dict[str, Any]) -> Step:
        return self._step(
            name, function, event, lambda: self._workers[function].do(function, event, at=self.at)
        )

    def ask(self, name: str, function: str, event: dict[str, Any]) -> dict[str, Any]:
        """The answer to an HTTP request that must go well."""
        answer: dict[str, Any] = self.call(name, function, event).answer
        assert answer["statusCode"] < 400, answer
        return answer

    def relay(self) -> list[dict[str, Any]]:
        """Everything that the step before wrote into the ledger, put on the bus; answers the bus's entries."""
        before = self.steps[-1]
        ledger = str(TableSettings.from_env(self.functions["register_leads"].settings).ledger)
        rows = [row for request in before.requests for row in _puts(request, ledger)]
        if not rows:
            return []
        step = self.call(f"relay after {before.name}", "relay_events", events.stream(rows))
        entries = [e for r in step.requests if r.operation == "PutEvents" for e in r.arguments["Entries"]]
        self._tell(entries)
        return entries

    def _tell(self, entries: list[dict[str, Any]]) -> None:
        """What the relay marked is put down for webhooks, and brought by the couriers that are called for that."""
        for entry in entries:
            if WEBHOOKS not in entry.get("Resources", ()):
                continue
            named = f"{entry['DetailType']} put down, {len(self.steps)}"
            step = self.call(named, COURIER, events.queue([entry]))
            for call in [request for request in step.requests if request.operation == "Invoke"]:
                self.call(f"{named}, brought", COURIER, {"courier": call.arguments["courier"]})

    def _step(
        self, name: str, function: str, event: dict[str, Any], deed: Callable[[], dict[str, Any]]
    ) -> Step:
        before = len(self.place.stub.requests)
        done = deed()
        asked, logged = self.place.stub.requests[before:], tuple(done["logged"])
        self.steps.append(Step(name, function, event, asked, done["answer"], logged))
        return self.steps[-1]


def _puts(request: Request, table: str) -> Iterator[dict[str, Any]]:
    for step in request.arguments.get("TransactItems", []):
        if "Put" in step and step["Put"]["TableName"] == table:
            yield step["Put"]["Item"]
