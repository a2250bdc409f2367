"""Everything between a function and the outside: each call is written down, and one of them may go wrong."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import pytest
from botocore.client import BaseClient

from twofold.adapters.signed import SignedService


@dataclass(frozen=True)
class Call:
    """One exchange: the operation and the tables that it touches, in the order that it names them."""

    operation: str
    tables: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.operation} {' '.join(self.tables)}".strip()


CLIENT_CALLS = ("CreateSchedule", "DeleteSchedule", "Invoke")
"""What our functions ask for through a client of botocore's; all else goes through our own signer."""

Do = Callable[[], Any]
Plan = Callable[[int, Call, dict[str, Any], Do], Any]


@dataclass
class Wire:
    """While `watched`, calls are kept in `calls`, and go through `plan` when there is one."""

    calls: list[Call] = field(default_factory=list)
    plan: Plan | None = None
    _open: bool = False
    _lock: Any = field(default_factory=Lock)

    def exchange(self, call: Call, arguments: dict[str, Any], do: Do) -> Any:
        if not self._open:
            return do()
        with self._lock:
            self.calls.append(call)
            position = len(self.calls)
        return self.plan(position, call, arguments, do) if self.plan else do()

    @contextmanager
    def watched(self, plan: Plan | None = None) -> Iterator[list[Call]]:
        self.calls, self.plan, self._open = [], plan, True
        try:
            yield self.calls
        finally:
            self.plan, self._open = None, False


def tap(monkeypatch: pytest.MonkeyPatch) -> Wire:
    """Puts a wire between our adapters and AWS for the length of a test."""
    wire, once, api = Wire(), SignedService._once, vars(BaseClient)["_make_api_call"]

    def signed(service: SignedService, operation: str, arguments: dict[str, Any]) -> Any:
        call = Call(operation, tuple(_tables(arguments)))
        return wire.exchange(call, arguments, lambda: once(service, operation, arguments))

    def client(service: Any, operation: str, arguments: dict[str, Any]) -> Any:
        if operation not in CLIENT_CALLS:
            return api(service, operation, arguments)
        return wire.exchange(Call(operation), arguments, lambda: api(service, operation, arguments))

    monkeypatch.setattr(SignedService, "_once", signed)
    monkeypatch.setattr(BaseClient, "_make_api_call", client)
    return wire


def _tables(arguments: dict[str, Any]) -> Iterator[str]:
    """Without the mark that tells one twin from another."""
    for item in arguments.get("TransactItems", ()):
        yield next(iter(item)) + ":" + _plain(next(iter(item.values()))["TableName"])
    yield from map(_plain, arguments.get("RequestItems", ()))
    if "TableName" in arguments:
        yield _plain(arguments["TableName"])


def _plain(name: str) -> str:
    return name.rpartition("-")[0] or name
