"""An import of people whose every part is in this process's memory."""

import pytest

from tests.unit.imports.leads.desk import PeopleDesk


@pytest.fixture
def desk() -> PeopleDesk:
    return PeopleDesk()
