"""Leads in memory that CRMs tell of."""

import pytest

from tests.unit.crm.ring import Ring


@pytest.fixture
def ring() -> Ring:
    return Ring()
