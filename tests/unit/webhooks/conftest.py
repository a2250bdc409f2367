"""An office of its own for each test."""

import pytest

from tests.fakes.webhook_office import Office


@pytest.fixture
def office() -> Office:
    return Office()
