"""Functions started in this process, on an AWS in this process."""

import io
import logging
from collections.abc import Callable, Iterator

import boto3
import pytest

from tests.fakes.aws import FakeAws, running
from tests.fakes.tables import make_tables
from tests.functions.booted import BUS, SCHEDULES, SECRETS, Handle, booted
from tests.functions.house import House
from twofold.adapters.session import session
from twofold.entrypoints.observability import logger

Boot = Callable[[str], Handle]


@pytest.fixture(scope="session")
def server() -> Iterator[FakeAws]:
    with running() as aws:
        make_tables(boto3.client("dynamodb", **aws.client))
        boto3.client("events", **aws.client).create_event_bus(Name=BUS)
        secrets = boto3.client("secretsmanager", **aws.client)
        for name, value in SECRETS.items():
            secrets.create_secret(Name=name, SecretString=value)
        boto3.client("scheduler", **aws.client).create_schedule_group(Name=SCHEDULES.group)
        yield aws


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
