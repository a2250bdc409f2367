"""An automation is saved as its next version, or not at all, and nobody's work is lost to somebody else's."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from tests.fakes.automations import InMemoryAutomations
from tests.fakes.memory import Memory
from tests.unit.automations.definitions import an_automation
from twofold.automations.definition.automation import Automation, On
from twofold.automations.definition.steps import Send, Tag, Wait
from twofold.automations.ports import AutomationMoved
from twofold.automations.presets import presets
from twofold.automations.saving.read import Draft
from twofold.automations.saving.save import SaveAutomation
from twofold.contracts.errors import Conflict, InvalidRequest, NotFound, Unavailable
from twofold.contracts.events import CampaignChanged, Envelope

REMINDERS = an_automation()
RENAMED = msgspec.structs.replace(REMINDERS, name="Other words")
PRESET = next(preset for preset in presets("buffet-20") if preset.automation_id == "unused-code")


def draft(automation: Automation = REMINDERS, **fields: Any) -> Draft:
    return Draft(automation=automation, **fields)


class Quicker:
    """Somebody else saves theirs first, so many times."""

    def __init__(self, memory: Memory, times: int = 1) -> None:
        self.register, self.times = InMemoryAutomations(memory), times
        self.of_campaign, self.version = self.register.of_campaign, self.register.version
        self.current = self.register.current

    def save(self, automation: Automation, event: Envelope) -> None:
        if self.times:
            self.times -= 1
            before = self.current(automation.campaign_id, automation.automation_id)
            number = before.version + 1 if before else 1
            theirs = msgspec.structs.replace(REMINDERS, version=number, name=f"Theirs {number}")
            self.register.save(theirs, msgspec.structs.replace(event, id=f"theirs {number}"))
            raise AutomationMoved
        self.register.save(automation, event)


def test_versions_count_from_one_and_each_is_told(save: SaveAutomation, memory):
    first, second = save(draft()), save(draft(RENAMED))
    assert [(each.automation.version, each.new) for each in (first, second)] == [(1, True), (2, True)]
    assert save.register.version("buffet-20", "unused-code", 1).name == "Code not used yet"
    told = list(memory.ledger.values())
    assert [event.version for event in told] == [1, 2]
    assert {(event.type, event.subject, event.campaign_id) for event in told} == {
        (CampaignChanged.type, "buffet-20", "buffet-20")
    }
    assert {event.data for event in told} == {CampaignChanged(changed=("automation unused-code",))}


def test_two_automations_are_told_apart_though_both_are_in_version_one(save: SaveAutomation, memory):
    save(draft())
    save(draft(msgspec.structs.replace(REMINDERS, automation_id="other")))
    assert len(memory.ledger) == 2


def test_the_same_again_is_no_new_version(save: SaveAutomation, memory):
    first = save(draft())
    again = save(draft(msgspec.structs.replace(REMINDERS, version=7)))
    assert (again.automation, again.new) == (first.automation, False)
    assert len(memory.ledger) == 1


def test_who_is_in_an_older_version_finishes_that_unless_they_are_moved(save: SaveAutomation):
    assert save(draft()).automation.moved_to == 0
    assert save(draft(RENAMED)).automation.moved_to == 0
    assert save(draft(), "move").automation.moved_to == 3
    assert save(draft(RENAMED)).automation.moved_to == 3, "whoever was moved once stays moved"


def test_others_can_be_moved_to_what_is_in_use_already(save: SaveAutomation):
    save(draft())
    save(draft(RENAMED))
    moved = save(draft(RENAMED), "move")
    assert (moved.automation.version, moved.automation.moved_to, moved.new) == (3, 3, True)
    assert not save(draft(RENAMED), "move").new


def test_all_that_is_wrong_is_told_and_nothing_is_stored(save: SaveAutomation, memory):
    wrong = an_automation(Wait(), Send(id="a", template="nope"), holdout=99, trigger=On(event="lead.updated"))
    with pytest.raises(InvalidRequest) as refusal:
        save(draft(wrong, unread=("name: this is a text in quotation marks, not 5.",)))
    lines = refusal.value.detail.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        "name",
        "holdout",
        "trigger.event",
        "steps[0]",
        "steps[1].template",
    ]
    assert (refusal.value.field, refusal.value.code) == ("name", "automation_invalid")
    assert refusal.value.extra["faults"] == tuple(lines)
    assert not memory.automations
    assert not memory.ledger


def test_an_id_that_can_be_no_key_is_refused_before_anything_is_looked_up(save: SaveAutomation):
    class Unasked:
        """Nobody may ask it."""

    unasked: Any = Unasked()
    for automation_id in ("", "a#b", "A"):
        wrong = msgspec.structs.replace(REMINDERS, automation_id=automation_id)
        with pytest.raises(InvalidRequest, match="automation_id: this is a name for machines"):
            replace(save, register=unasked)(draft(wrong))


def test_what_could_be_better_is_told_and_saved(save: SaveAutomation):
    late = an_automation(Wait(days=31), Send(id="a", template="reminder"))
    saved = save(draft(late))
    assert saved.new
    assert [finding.code for finding in saved.advice] == ["never_goes"]


def test_a_step_keeps_its_kind_over_versions(save: SaveAutomation):
    save(draft())
    with pytest.raises(
        InvalidRequest, match=r"steps\[0\]\.id: in version 1 day-7 was a step of another kind"
    ):
        save(draft(an_automation(Tag(id="day-7", add=("seen",)))))


def test_a_campaign_that_there_is_not_has_no_automations(save: SaveAutomation):
    with pytest.raises(NotFound):
        save(draft(msgspec.structs.replace(REMINDERS, campaign_id="spa-10")))


@pytest.mark.parametrize(("based_on", "there"), [(1, "there is none yet"), (7, "there is none yet")])
def test_what_was_made_from_a_version_that_is_not_there_is_not_saved(
    save: SaveAutomation, based_on: int, there: str
):
    with pytest.raises(Conflict, match=there):
        save(draft(based_on=based_on))


def test_what_was_made_from_an_older_version_does_not_undo_a_newer_one(save: SaveAutomation):
    save(draft(based_on=0))
    save(draft(RENAMED, based_on=1))
    for based_on in (0, 1, 3):
        with pytest.raises(Conflict, match=f"made from version {based_on}, and version 2 is in use"):
            save(draft(based_on=based_on))
    assert save(draft(based_on=2)).automation.version == 3


def test_one_who_is_quicker_keeps_what_they_saved(save: SaveAutomation, memory):
    save(draft(RENAMED))
    racing = replace(save, register=Quicker(memory))
    with pytest.raises(Conflict, match="version 2 is in use"):
        racing(draft(based_on=1))
    kept = save.register.current("buffet-20", "unused-code")
    assert kept is not None
    assert kept.name == "Theirs 2"


def test_who_does_not_say_what_theirs_is_based_on_is_the_newest_in_the_end(save: SaveAutomation, memory):
    saved = replace(save, register=Quicker(memory, 2))(draft())
    assert (saved.automation.version, saved.automation.name) == (3, "Code not used yet")


def test_nobody_tries_for_ever(save: SaveAutomation, memory):
    with pytest.raises(Unavailable):
        replace(save, register=Quicker(memory, 99))(draft())


def test_what_says_nothing_of_on_and_off_stays_as_it_was(save: SaveAutomation):
    save(draft(msgspec.structs.replace(REMINDERS, on=False)))
    assert not save(draft(RENAMED, says_on=False)).automation.on
    assert save(draft(REMINDERS)).automation.on


def test_a_preset_that_was_changed_is_one_no_more(save: SaveAutomation):
    save(draft(PRESET))
    taken = msgspec.structs.replace(PRESET, preset=None)
    assert save(draft(taken)).automation.preset == "unused-code", "nothing changed"
    assert save(draft(msgspec.structs.replace(taken, on=False))).automation.preset == "unused-code"
    assert save(draft(msgspec.structs.replace(taken, holdout=10))).automation.preset is None
