"""A deployment with the sample campaign and no automation yet."""

import pytest

from tests.fakes.automations import InMemoryAutomations
from tests.fakes.campaigns import InMemoryCampaignBook
from tests.fakes.memory import Memory
from tests.fakes.samples import BUFFET
from tests.unit.automations.definitions import TUESDAY
from twofold.automations.saving.save import SaveAutomation
from twofold.contracts.settings import AutomationSettings


@pytest.fixture
def memory() -> Memory:
    memory = Memory()
    memory.campaigns[BUFFET.campaign_id] = BUFFET
    return memory


@pytest.fixture
def save(memory: Memory) -> SaveAutomation:
    return SaveAutomation(
        register=InMemoryAutomations(memory),
        campaigns=InMemoryCampaignBook(memory),
        clock=lambda: TUESDAY,
        hears=AutomationSettings().hears,
    )
