"""Who is held out gets nothing of an automation, from the first event to the last schedule; others do."""

import pytest

from tests.unit.automations.definitions import DAY_7, an_automation
from tests.unit.automations.engine.shadow import Shadow
from tests.unit.automations.engine.street import Street
from twofold.automations.definition.automation import Again, Automation
from twofold.automations.definition.steps import Wait
from twofold.automations.entering import enter
from twofold.messages.sending.decide import Decide

HALF = an_automation(Wait(days=7), DAY_7, again=Again(rule="each"), holdout=40)


def lived(automation: Automation, people: int = 300) -> tuple[set[str], set[str], set[str]]:
    """All leads, those who were reminded, and those of whom a bystander says that they are held out."""
    street = Street(automations=(automation,))
    shadow = Shadow(holdout={automation.audience: automation.holdout})
    for number in range(people):
        street.phones = {f"+4860{number:07d}"}
        street.join(f"+4860{number:07d}")
    known = set(street.memory.leads)
    street.phones = {f"+4860{number:07d}" for number in range(people)}
    while wake := street.steps.fire(street.clock().replace(year=2027)):
        street.clock.at = max(street.clock(), wake.at)
        street.engine.run(wake.due)
    for event in list(street.memory.ledger.values()):
        street.world.send(event)
    reminded = {text.lead_id for text in street.texts("reminder")}
    return known, reminded, {each for each in known if shadow.held_out(automation.audience, each)}


def test_of_a_population_exactly_those_who_are_not_held_out_are_texted():
    known, reminded, held_out = lived(HALF)
    assert reminded == known - held_out
    assert 0.3 < len(held_out) / len(known) < 0.5


def test_the_sending_side_holds_them_back_too(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(enter, "is_held_out", lambda *given: False)
    known, reminded, held_out = lived(HALF)
    assert reminded == known - held_out


def test_the_check_catches_who_is_texted_all_the_same(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(enter, "is_held_out", lambda *given: False)
    monkeypatch.setattr(Decide, "_holdout", lambda *given: None)
    _, reminded, held_out = lived(HALF)
    assert reminded & held_out
