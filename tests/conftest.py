"""What every kind of test may ask for. A stack starts only when a test asks for it, once for the whole run."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.stack import Stack, running

if TYPE_CHECKING:
    from tests.fakes.aws import FakeAws

STACK = "stack"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """For two processes: whatever asks for the stack stays with the one that starts it, and every file in one piece."""
    for item in items:
        file = item.nodeid.partition("::")[0]
        group = STACK if STACK in getattr(item, "fixturenames", ()) else file
        item.add_marker(pytest.mark.xdist_group(group))
    # The longest piece of work begins first.
    items.sort(key=lambda item: STACK not in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    with running() as stack:
        yield stack


@pytest.fixture(scope="session")
def server() -> Iterator["FakeAws"]:
    """An AWS in this process, for functions that are started in it."""
    # Most tests need none, and moto takes its time to load.
    from tests.functions.cloud import furnished

    with furnished() as aws:
        yield aws
