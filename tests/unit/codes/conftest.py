"""A desk at which codes are used."""

import pytest

from tests.unit.codes.desk import Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()
