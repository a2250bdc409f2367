"""An export whose every part is in this process's memory."""

import pytest

from tests.unit.exports.desk import Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()
