"""Visits of one world."""

import pytest

from tests.fakes.visiting import Visiting
from tests.fakes.world import World


@pytest.fixture
def visiting(world: World) -> Visiting:
    return Visiting(world.books, world.clock)
