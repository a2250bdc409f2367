"""A sign at a till that asks for a tap."""

import pytest

from tests.fakes.tags import SoftTag
from tests.fakes.visiting import Visiting, sign_of
from tests.fakes.world import World
from tests.unit.taps.till import TILL, asking


@pytest.fixture
def visiting(world: World) -> Visiting:
    """The sign at the till asks for a tap."""
    asking(world)
    return Visiting(world.books, world.clock)


@pytest.fixture
def sign() -> SoftTag:
    return sign_of(TILL.asset_id)
