"""A desk for webhooks in front of a world in memory."""

import pytest

from tests.fakes.world import World
from tests.unit.shops.desk import Desk


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)
