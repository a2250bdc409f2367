"""A stack to prove things on, a twin of it for each module, and a wire that can be cut."""

import os
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from tests.faults.people import People
from tests.faults.process import Process
from tests.faults.twin import Twin, twin_of
from tests.faults.wire import Wire, tap
from tests.stack import Stack
from twofold.adapters.dynamodb import transaction
from twofold.adapters.session import session


@pytest.fixture
def twin(stack: Stack) -> Iterator[Twin]:
    with twin_of(stack) as made:
        yield made


@pytest.fixture
def process(twin: Twin) -> Iterator[Process]:
    """Leaves this process as it was, for those whose tests come after."""
    before, aws = dict(os.environ), twin.stack.aws
    session.cache_clear()
    os.environ |= {"AWS_ENDPOINT_URL": aws["endpoint_url"], "POWERTOOLS_LOG_LEVEL": "WARNING"}
    os.environ |= {"AWS_REGION": aws["region_name"], "AWS_DEFAULT_REGION": aws["region_name"]}
    made = Process(twin)
    yield made
    made.forget()
    os.environ.clear()
    os.environ.update(before)
    session.cache_clear()


@pytest.fixture
def people(process: Process) -> People:
    return People.of(process)


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Wire:
    """Waiting before another try proves nothing, so nobody waits."""
    monkeypatch.setattr("twofold.adapters.signed.time", SimpleNamespace(sleep=lambda seconds: None))
    monkeypatch.setattr(transaction, "PATIENCE", 0.1)
    return tap(monkeypatch)
