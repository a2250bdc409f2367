"""A shop in front of a world in memory."""

import pytest

from tests.fakes.world import World
from tests.unit.orders.shop import Shop


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)
