"""A shop in front of a world in memory."""

import pytest

from tests.fakes.shop import Shop
from tests.fakes.world import World


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)
