"""What tests of pools may ask for."""

import pytest

from tests.unit.pools.stock import Stock


@pytest.fixture
def stock() -> Stock:
    return Stock()
