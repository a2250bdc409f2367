"""An automation is switched on and off, as a version of its own."""

from dataclasses import replace

import msgspec
import pytest

from tests.fakes.samples import BUFFET
from tests.unit.automations.definitions import an_automation
from twofold.automations.definition.steps import Send
from twofold.automations.presets import presets
from twofold.automations.saving.read import Draft
from twofold.automations.saving.save import SaveAutomation
from twofold.automations.saving.switch import SwitchAutomation
from twofold.contracts.errors import InvalidRequest, NotFound

PRESET = presets("buffet-20")[1]


@pytest.fixture
def switch(save: SaveAutomation) -> SwitchAutomation:
    save(Draft(automation=PRESET))
    return SwitchAutomation(save=save)


def test_off_and_on_again_are_versions_and_change_nothing_else(switch: SwitchAutomation):
    off = switch("buffet-20", "unused-code", on=False)
    on = switch("buffet-20", "unused-code", on=True)
    assert (off.automation.on, off.automation.version, off.new) == (False, 2, True)
    assert on.automation == msgspec.structs.replace(PRESET, version=3), "it is the preset still"


@pytest.mark.parametrize("on", [True, False])
def test_what_is_so_already_stays_as_it_is(switch: SwitchAutomation, memory, on: bool):
    switch("buffet-20", "unused-code", on=on)
    told = len(memory.ledger)
    assert not switch("buffet-20", "unused-code", on=on).new
    assert len(memory.ledger) == told


@pytest.mark.parametrize("automation_id", ["nope", "", "a#b"])
def test_one_that_there_is_not_is_told_by_its_name(switch: SwitchAutomation, automation_id: str):
    with pytest.raises(NotFound, match=f"no automation {automation_id}"):
        switch("buffet-20", automation_id, on=True)


def test_whoever_was_moved_stays_moved(switch: SwitchAutomation):
    switch.save(Draft(automation=msgspec.structs.replace(PRESET, name="Other")), "move")
    assert switch("buffet-20", "unused-code", on=False).automation.moved_to == 2


def test_what_makes_no_sense_any_more_can_be_switched_off_and_not_on(save: SaveAutomation, memory):
    own = {"en": {**BUFFET.templates["en"], "party": "{brand}: a party! STOP to stop"}}
    memory.campaigns["buffet-20"] = replace(BUFFET, templates=own)
    save(Draft(automation=an_automation(Send(id="party", template="party"))))
    memory.campaigns["buffet-20"] = BUFFET
    switch = SwitchAutomation(save=save)
    assert not switch("buffet-20", "unused-code", on=False).automation.on
    with pytest.raises(InvalidRequest, match=r"steps\[0\]\.template: neither the campaign nor we"):
        switch("buffet-20", "unused-code", on=True)


def test_that_the_text_with_the_code_goes_all_the_same_is_told(save: SaveAutomation):
    welcome = presets("buffet-20")[0]
    save(Draft(automation=welcome))
    (told,) = SwitchAutomation(save=save)("buffet-20", welcome.automation_id, on=False).advice
    assert str(told).startswith("on (advice): the text with the code still goes")
