"""Whatever becomes of a schedule, each step is done, and once: in memory and on DynamoDB."""

from datetime import timedelta

from tests.unit.automations.definitions import TWO_REMINDERS, an_automation
from tests.unit.automations.engine.conftest import Build
from tests.unit.automations.engine.street import Street
from twofold.automations.definition.automation import Again
from twofold.automations.enrolments.enrolment import due_of
from twofold.contracts.events import AutomationStepped

UNUSED = an_automation(*TWO_REMINDERS, exits=("redeemed", "code_over"), again=Again(rule="each"), holdout=0)


def reminded(street: Street) -> list[str]:
    return [text.template for text in street.texts("reminder", "last_reminder")]


def steps(street: Street) -> list[str]:
    told = (event.data for event in street.world.timeline())
    return [data.step for data in told if isinstance(data, AutomationStepped)]


def test_a_schedule_that_could_not_be_made_is_made_when_the_event_is_heard_again(build: Build):
    street = build(UNUSED)
    street.steps.down = True
    street.join()
    assert not street.steps.waiting
    street.steps.down = False
    for event in street.world.timeline():
        street.engine.hear(event)
    street.forward(days=28)
    assert reminded(street) == ["reminder", "last_reminder"]


def test_one_that_was_never_made_is_found_by_the_sweeper(build: Build):
    street = build(UNUSED)
    street.steps.down = True
    street.join()
    street.clock.forward(days=7)
    assert street.engine.sweep() == 0, "not late yet: it may still fire by itself"
    street.steps.down = False
    street.clock.forward(minutes=16)
    assert street.engine.sweep() == 1
    street.listen()
    street.forward(days=21)
    assert reminded(street) == ["reminder", "last_reminder"]


def test_one_that_never_fires_is_found_by_the_sweeper_once(build: Build):
    street = build(UNUSED)
    street.steps.drops = True
    street.join()
    street.clock.forward(days=7, hours=1)
    assert street.engine.sweep() == 1
    assert street.engine.sweep() == 0
    street.listen()
    assert reminded(street) == ["reminder"]


def test_one_that_fires_twice_is_one_text(build: Build):
    street = build(UNUSED)
    street.join()
    (first,) = street.ways()
    street.forward(days=7, minutes=1)
    for _ in range(3):
        assert street.engine.run(due_of(first)) == "seen"
    street.listen()
    assert (reminded(street), steps(street)) == (["reminder"], ["day-7"])


def test_one_that_fires_hours_late_is_still_one_text_and_the_next_waits_from_then(build: Build):
    street = build(UNUSED)
    street.join()
    street.clock.forward(days=7, hours=5)
    late = street.clock()
    street.fire()
    assert reminded(street) == ["reminder"]
    assert street.ways()[0].due_at == late + timedelta(days=14)


def test_one_that_fires_in_the_night_after_all_waits_for_the_morning(build: Build):
    street = build(UNUSED)
    street.join()
    street.clock.forward(days=7, hours=12)
    street.fire()
    assert reminded(street) == []
    assert street.outcomes[-1] == "put_off"
    street.forward(hours=12)
    assert reminded(street) == ["reminder"]
    assert street.clock() - timedelta(hours=12) < street.ways()[0].since <= street.clock()


def test_one_that_fires_when_the_code_is_over_is_no_text(build: Build):
    street = build(UNUSED)
    street.join()
    street.clock.forward(days=40)
    street.fire()
    assert (reminded(street), street.ways()[0].exit) == ([], "code_over")


def test_the_schedule_behind_a_step_whose_maker_died_is_made_by_whoever_comes_next(build: Build):
    street = build(UNUSED)
    street.join()
    (first,) = street.ways()
    street.clock.forward(days=7)
    street.steps.down = True
    street.fire()
    (second,) = street.ways()
    assert (second.revision, street.steps.waiting) == (2, {})
    street.steps.down = False
    assert street.engine.run(due_of(first)) == "seen"
    assert list(street.steps.waiting) == [second.schedule]


def test_an_end_that_cannot_take_its_schedule_back_still_ends_it(build: Build):
    street = build(UNUSED)
    code = street.join()
    street.steps.down = True
    street.redeem(code)
    street.steps.down = False
    assert street.ways()[0].exit == "redeemed"
    street.forward(days=28)
    assert (reminded(street), steps(street)) == ([], [])
