"""What every kind of test may ask for. A stack starts only when a test asks for it, once for the whole run."""

from collections.abc import Iterator

import pytest

from tests.stack import Stack, running


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    with running() as stack:
        yield stack
