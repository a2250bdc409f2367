"""What assets are made, changed and brought in line with."""

import pytest

from tests.fakes.visiting import Keeping
from tests.fakes.world import World


@pytest.fixture
def keeping(world: World) -> Keeping:
    return Keeping(world.books, world.clock)
