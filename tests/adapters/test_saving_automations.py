"""Automations are saved, put in and switched where they are stored: whoever is quicker wins, nobody is overwritten."""

from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from tests.fakes.books import Books
from tests.fakes.samples import BUFFET
from twofold.automations.presets import presets
from twofold.automations.saving.install import InstallPresets
from twofold.automations.saving.read import Draft, read_automation, write_automation
from twofold.automations.saving.save import SaveAutomation
from twofold.automations.saving.switch import SwitchAutomation
from twofold.contracts.errors import Conflict
from twofold.contracts.instants import now
from twofold.contracts.settings import AutomationSettings

REMINDERS = next(preset for preset in presets("buffet-20") if preset.automation_id == "unused-code")


@pytest.fixture
def save(books: Books) -> SaveAutomation:
    books.upkeep.put_campaign(BUFFET)
    return SaveAutomation(
        register=books.automations, campaigns=books.campaigns, clock=now, hears=AutomationSettings().hears
    )


def test_what_was_put_in_is_read_as_it_was_shipped(save: SaveAutomation):
    done = InstallPresets(save=save, presets=presets)("buffet-20")
    assert not done.refused
    for preset in presets("buffet-20"):
        assert save.register.current("buffet-20", preset.automation_id) == preset
        assert save.register.version("buffet-20", preset.automation_id, 1) == preset
    assert {each.automation_id for each in save.register.of_campaign("buffet-20")} == set(done.put_in)


def test_a_file_goes_out_is_changed_and_comes_back_as_the_next_version(save: SaveAutomation):
    stored = save(Draft(automation=REMINDERS, based_on=0)).automation
    content = write_automation(stored).replace(b"Reminders of", b"Hints of")
    saved = save(read_automation(content, campaign_id="buffet-20"), "move").automation
    assert (saved.version, saved.moved_to, saved.preset) == (2, 2, None)
    assert save.register.current("buffet-20", "unused-code") == saved
    assert save.register.version("buffet-20", "unused-code", 1) == stored


def test_of_many_who_change_the_same_version_at_once_one_wins_and_the_others_know(save: SaveAutomation):
    save(Draft(automation=REMINDERS, based_on=0))

    def change(number: int) -> str:
        mine = msgspec.structs.replace(REMINDERS, preset=None, name=f"Number {number}")
        try:
            return save(Draft(automation=mine, based_on=1)).automation.name
        except Conflict:
            return ""

    with ThreadPoolExecutor(8) as crowd:
        (winner,) = filter(None, crowd.map(change, range(8)))
    newest = save.register.current("buffet-20", "unused-code")
    assert newest is not None
    assert (newest.version, newest.name) == (2, winner)


def test_who_switches_while_another_saves_takes_nothing_of_theirs_away(save: SaveAutomation):
    save(Draft(automation=REMINDERS, based_on=0))
    theirs = msgspec.structs.replace(REMINDERS, preset=None, name="Theirs")
    deeds = [
        lambda: SwitchAutomation(save=save)("buffet-20", "unused-code", on=False),
        lambda: save(Draft(automation=theirs, says_on=False)),
    ]
    with ThreadPoolExecutor(2) as crowd:
        done = [crowd.submit(deed) for deed in deeds]
        assert all(each.result().new for each in done)
    newest = save.register.current("buffet-20", "unused-code")
    assert newest is not None
    assert (newest.version, newest.name, newest.on) == (3, "Theirs", False)
