"""A stack to prove things on, a twin of it for each module, and a wire that can be cut."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from tests.faults.people import People
from tests.faults.process import Process, hosting
from tests.faults.twin import Twin, twin_of
from tests.faults.wire import Wire, tap
from tests.stack import Stack
from twofold.adapters.dynamodb import transaction


@pytest.fixture
def twin(stack: Stack) -> Iterator[Twin]:
    with twin_of(stack) as made:
        yield made


@pytest.fixture
def process(twin: Twin) -> Iterator[Process]:
    with hosting(twin) as host:
        yield host


@pytest.fixture
def people(process: Process) -> People:
    return People.of(process)


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Wire:
    """Waiting before another try proves nothing, so nobody waits."""
    monkeypatch.setattr("twofold.adapters.signed.time", SimpleNamespace(sleep=lambda seconds: None))
    monkeypatch.setattr(transaction, "PATIENCE", 0.1)
    return tap(monkeypatch)
