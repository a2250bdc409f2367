"""An import whose every part is in this process's memory."""

import pytest

from tests.unit.imports.desk import Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()
