"""The deployed stack from outside: a visitor, strangers of other networks, and what an operator prepares."""

import itertools
import random
from collections.abc import Callable, Iterator

import httpx
import pytest

from tests.e2e.unchanged import rows, settled
from tests.e2e.visitor import Visitor
from tests.faults.people import People
from tests.faults.process import hosting
from tests.faults.twin import the_stack_itself
from tests.stack import Stack

_networks = itertools.count(random.randrange(60_000))


@pytest.fixture(scope="module")
def people(stack: Stack) -> Iterator[People]:
    with hosting(the_stack_itself(stack)) as host:
        yield People.of(host)


@pytest.fixture
def browser() -> Iterator[httpx.Client]:
    """On this machine, whose network is trusted."""
    with httpx.Client(timeout=60) as client:
        yield client


@pytest.fixture
def visitor(stack: Stack, people: People, browser: httpx.Client) -> Visitor:
    return Visitor(stack, people, browser)


@pytest.fixture
def network() -> Iterator[Callable[[int], httpx.Client]]:
    """`network(7)` is a client at the address 7 of a /24 that nobody else in this run calls from."""
    third, opened = divmod(next(_networks) % 60_000, 250), []

    def client(host: int) -> httpx.Client:
        address = f"127.{1 + third[0]}.{third[1]}.{host}"
        opened.append(httpx.Client(transport=httpx.HTTPTransport(local_address=address), timeout=30))
        return opened[-1]

    yield client
    for each in opened:
        each.close()


@pytest.fixture
def unchanged(stack: Stack, people: People) -> Iterator[None]:
    """Fails a test after which the tables are not what they were."""
    before = settled(stack)
    yield
    assert rows(stack) == before
