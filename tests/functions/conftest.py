"""Functions started in this process, on an AWS in this process."""

import io
import logging
from collections.abc import Callable, Iterator

import pytest

from tests.fakes.aws import FakeAws
from tests.functions.booted import Handle, booted
from tests.functions.house import House
from twofold.adapters.session import session
from twofold.entrypoints.observability import logger

Boot = Callable[[str], Handle]


@pytest.fixture
def aws(server: FakeAws) -> FakeAws:
    """AWS, empty, as long as the test lasts."""
    server.empty()
    return server


@pytest.fixture(scope="module")
def boot(server: FakeAws) -> Iterator[Boot]:
    """Starts a function, once for a file of tests."""
    with booted(server) as start:
        yield start
    session.cache_clear()


@pytest.fixture
def house(aws: FakeAws, boot: Boot) -> House:
    """A deployment in which a campaign runs, with all of its functions."""
    return House(boot, aws)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the functions write into their logs."""
    (handler,) = logger.handlers
    assert isinstance(handler, logging.StreamHandler)
    written = io.StringIO()
    before = handler.setStream(written)
    yield written
    handler.setStream(before)
