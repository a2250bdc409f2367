"""What docs/automations.md tells a marketer to write can be saved, and names all that there is."""

import json
import re

import pytest

from tests.fakes.samples import BUFFET, ROOT
from twofold.automations.check.automation import check
from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import AnyStep
from twofold.automations.facts.catalogue import FACTS
from twofold.automations.saving.read import read_automation
from twofold.contracts.settings import AutomationSettings

PAGE = (ROOT / "docs" / "automations.md").read_text("utf-8")
OURS = {"version", "moved_to", "preset", "campaign_id"}
"""Fields that nobody writes."""


@pytest.mark.parametrize("example", re.findall(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
def test_each_example_can_be_saved_and_nothing_could_be_better(example: str):
    draft = read_automation(example.encode(), campaign_id="buffet-20")
    assert draft.unread == ()
    assert check(draft.automation, BUFFET, hears=AutomationSettings().hears) == ()
    assert set(json.loads(example)) <= set(Automation.__struct_fields__)


def test_every_field_every_step_and_every_fact_is_told():
    kinds = {str(kind.__struct_config__.tag) for kind in AnyStep.__args__}
    named = kinds | set(FACTS) | set(Automation.__struct_fields__) - OURS
    assert not [name for name in sorted(named) if f"| `{name}` |" not in PAGE]
