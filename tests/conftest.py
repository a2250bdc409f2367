"""What every kind of test may ask for. A stack starts only when a test asks for it, once for the whole run."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.stack import Stack, running

if TYPE_CHECKING:
    from xdist.scheduler import LoadScopeScheduling

    from tests.fakes.aws import FakeAws

STACK = "stack"
ON_THE_STACK = ("tests/e2e/", "tests/faults/", "tests/browser/stack/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The longest piece of work begins first; and in it, what goes through all that the ledger holds by then.
    items.sort(key=lambda item: (_piece(item.nodeid) != STACK, "[repair" not in item.nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> "LoadScopeScheduling":
    """For two processes: whatever needs the stack stays with the one that starts it, and every file in one piece."""
    from xdist.scheduler import LoadScopeScheduling

    class Pieces(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            return _piece(nodeid)

    return Pieces(config, log)


def _piece(nodeid: str) -> str:
    file = nodeid.partition("::")[0]
    return STACK if file.startswith(ON_THE_STACK) else file


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
