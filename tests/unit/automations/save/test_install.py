"""The automations that every campaign has are put in where they are missing, and never over what a marketer changed."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from twofold.automations.definition.automation import Automation
from twofold.automations.presets import presets
from twofold.automations.saving.install import InstallPresets
from twofold.automations.saving.read import Draft
from twofold.automations.saving.save import SaveAutomation
from twofold.automations.saving.switch import SwitchAutomation
from twofold.contracts.errors import NotFound

IDS = tuple(preset.automation_id for preset in presets("buffet-20"))


@pytest.fixture
def install(save: SaveAutomation) -> InstallPresets:
    return InstallPresets(save=save, presets=presets)


def test_a_campaign_without_any_gets_all_of_them_switched_on_in_version_one(install: InstallPresets):
    done = install("buffet-20")
    assert (done.put_in, done.refused) == (IDS, {})
    assert sorted(install.save.register.of_campaign("buffet-20"), key=by_id) == sorted(
        presets("buffet-20"), key=by_id
    )


def test_once_more_changes_nothing(install: InstallPresets, memory):
    install("buffet-20")
    told = len(memory.ledger)
    assert install("buffet-20").put_in == ()
    assert len(memory.ledger) == told


def test_what_was_changed_or_switched_off_stays_so(install: InstallPresets):
    changed = msgspec.structs.replace(presets("buffet-20")[0], name="Mine", preset=None)
    install.save(Draft(automation=changed))
    install.save(Draft(automation=presets("buffet-20")[1]))
    SwitchAutomation(save=install.save)("buffet-20", IDS[1], on=False)
    assert install("buffet-20").put_in == IDS[2:]
    kept = {each.automation_id: each for each in install.save.register.of_campaign("buffet-20")}
    assert kept[IDS[0]].name == "Mine"
    assert not kept[IDS[1]].on


def test_one_that_the_deployment_cannot_run_is_told_and_the_others_are_put_in(install: InstallPresets):
    deaf = replace(install.save, hears=tuple(h for h in install.save.hears if h != "cart.updated.v1"))
    done = replace(install, save=deaf)("buffet-20")
    assert set(done.refused) == {"cart", "cart-with-code"}
    assert done.refused["cart"].startswith("trigger.event: this deployment does not hear cart.updated.v1.")
    assert done.put_in == tuple(i for i in IDS if i not in done.refused)


def test_one_who_puts_theirs_in_at_the_same_moment_keeps_it(install: InstallPresets):
    class Unseen:
        """Does not see what somebody puts in between the look and the save."""

        def __init__(self, register: Any) -> None:
            self.register, self.looks = register, 0

        def current(self, campaign_id: str, automation_id: str) -> Automation | None:
            self.looks += 1
            return None if self.looks == 1 else self.register.current(campaign_id, automation_id)

        def save(self, automation: Automation, event: Any) -> None:
            self.register.save(automation, event)

    theirs = msgspec.structs.replace(presets("buffet-20")[0], name="Theirs")
    install.save(Draft(automation=theirs))
    unseen: Any = Unseen(install.save.register)
    done = replace(install, save=replace(install.save, register=unseen))("buffet-20")
    assert done.put_in == IDS[1:]
    assert install.save.register.current("buffet-20", IDS[0]) == theirs


def test_a_campaign_that_there_is_not_gets_none(install: InstallPresets):
    with pytest.raises(NotFound):
        install("spa-10")


def by_id(automation: Automation) -> str:
    return automation.automation_id
