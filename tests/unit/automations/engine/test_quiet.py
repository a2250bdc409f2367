"""Those of whom nothing is heard: found once a day, each on their own day, and whatever happens to the sweeper."""

from datetime import timedelta

import msgspec
import pytest

from tests.fakes.samples import ANNA, BUFFET
from tests.unit.automations.definitions import TUESDAY, an_automation
from tests.unit.automations.engine.conftest import Build
from tests.unit.automations.engine.street import Street
from twofold.automations.definition.automation import Again, Daily
from twofold.automations.definition.steps import Tag
from twofold.automations.presets import presets
from twofold.contracts.errors import Unavailable

PEOPLE = tuple(f"+4860123{number:04d}" for number in range(5))
QUIET = an_automation(
    Tag(id="tag", add=("quiet",)),
    automation_id="quiet",
    trigger=Daily(quiet_days=10),
    again=Again(rule="after", days=5),
    holdout=0,
)
LADDER = tuple(
    msgspec.structs.replace(each, holdout=0)
    for each in presets(BUFFET.campaign_id)
    if each.automation_id in ("re-engage", "win-back")
)


def live(street: Street, days: int) -> int:
    """Day after day, each with a sweep at noon; answer how many entered."""
    entered = 0
    for _ in range(days):
        street.forward(days=1)
        entered += street.engine.seek()
        street.fire()
    return entered


def test_a_lead_is_found_on_the_day_that_makes_them_quiet_and_on_no_other(build: Build):
    street = build(QUIET)
    street.join()
    assert live(street, 9) == 0
    assert live(street, 1) == 1
    assert street.engine.seek() == 0, "the same day again"
    assert live(street, 20) == 0
    assert street.world.lead().tags == ("quiet",)


def test_whoever_does_something_is_quiet_from_then_on(build: Build):
    street = build(QUIET)
    street.join()
    live(street, 6)
    street.say("see you on Sunday")
    assert live(street, 9) == 0
    assert live(street, 1) == 1


def test_before_seven_the_day_before_counts(build: Build):
    street = build(QUIET)
    street.join()
    street.clock.at = TUESDAY.replace(hour=6) + timedelta(days=10)
    assert street.engine.seek() == 0
    street.clock.at = TUESDAY.replace(hour=7) + timedelta(days=10)
    assert street.engine.seek() == 1


@pytest.mark.parametrize(("asleep", "found"), [(1, 1), (6, 1), (12, 0)])
def test_days_that_the_sweeper_missed_are_made_up_for_within_a_week(build: Build, asleep: int, found: int):
    street = build(QUIET)
    street.join()
    live(street, 9)
    street.forward(days=asleep)
    assert live(street, 1) == found


def test_a_sweep_that_breaks_off_is_gone_on_with_and_lets_nobody_in_twice():
    street = Street(automations=(QUIET,))
    for phone in PEOPLE:
        street.join(phone)
    live(street, 9)
    street.forward(days=1)
    street.engine.runner.down = True
    with pytest.raises(Unavailable):
        street.engine.seek()
    street.engine.runner.down = False
    assert street.engine.seek() == len(PEOPLE)
    (run,) = street.engine.books.automations.daily()
    assert (run.day, run.after) == (street.clock().date(), None)


def test_switched_off_nobody_is_looked_for(build: Build):
    street = build(QUIET)
    street.join()
    live(street, 5)
    street.engine.save(msgspec.structs.replace(QUIET, on=False))
    assert live(street, 8) == 0


def test_who_was_quiet_for_sixty_days_gets_a_new_code_at_eleven(build: Build):
    street = build(*(each for each in LADDER if each.automation_id == "re-engage"))
    first = street.join()
    live(street, 62)
    (text,) = street.texts("come_back")
    assert text.fields["code"] not in (first, None)
    assert (text.planned_at.hour, text.planned_at.minute) == (10, 0), "eleven in Warsaw"


def test_the_ladder_treats_who_had_done_much_otherwise_than_who_had_done_nothing():
    street = Street(automations=tuple(each for each in LADDER if each.automation_id == "win-back"))
    hot, cold = ANNA, "+48602345678"
    street.join(cold)
    street.join(hot)
    for _ in range(2):
        live(street, 1)
        street.say("see you on Sunday", hot)
    live(street, 125)
    got = {
        phone: [
            text.template
            for text in street.texts("still_there", "missed", "last_offer")
            if text.lead_id == street.world.lead_id(phone)
        ]
        for phone in (hot, cold)
    }
    assert got == {hot: ["still_there", "missed", "last_offer"], cold: ["last_offer"]}
    assert street.world.lead(cold).tags == ("dormant",)
