"""Where a campaign's days take seconds, caps and quiet hours take seconds too, and nobody is held out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.clock import SetClock
from tests.fakes.samples import BUFFET
from tests.fakes.world import World
from twofold.contracts.settings import SendingSettings

DAY = 4.0
"""Seconds that a day of the campaign takes."""

SECONDS = 86_400 / DAY
"""Of the campaign's clock, in one of ours."""

BEGIN = datetime(2026, 11, 22, 0, 1, tzinfo=UTC)
"""Fifteen of its days after midnight: its clock shows the 7th of December, a Monday, one o'clock in Warsaw."""

NOON = BEGIN + timedelta(seconds=DAY / 2)


def a_world(*, paced: bool = True, **sending: int) -> World:
    """A fresh lead, who gets their texts by a fast clock; the deployment allows it, unless told otherwise."""
    settings = SendingSettings(campaign=BUFFET.campaign_id, **sending)
    world = World(paced=paced, sending=settings, clock=SetClock(BEGIN))
    world.books.upkeep.put_campaign(replace(BUFFET, day_seconds=DAY))
    world.code()
    world.clock.at = NOON
    return world


def shown(seconds: float) -> timedelta:
    """How long it takes until the campaign's clock is so much further."""
    return timedelta(seconds=seconds / SECONDS)


def test_one_a_day_is_one_in_some_seconds():
    world = a_world()
    assert [world.go(world.plan()) for _ in range(2)] == ["accepted", "cap_day"]
    world.clock.forward(seconds=DAY)
    assert world.go(world.plan()) == "accepted"


def test_four_in_thirty_days_are_four_in_thirty_times_as_many():
    world, told = a_world(), []
    for _ in range(5):
        told.append(world.go(world.plan()))
        world.clock.forward(seconds=DAY)
    assert told == ["accepted"] * 4 + ["cap_month"]
    world.clock.forward(seconds=25 * DAY)
    assert world.go(world.plan()) == "accepted"


def test_what_waits_for_room_waits_for_seconds():
    world = a_world()
    world.go(world.plan())
    message = world.plan(enrolment="buffet-20#unused-code#|1", audience="a", holdout=0)
    assert world.go(message) == "deferred"
    assert world.message(message).due_at == NOON + timedelta(seconds=DAY)
    assert world.wake(NOON + timedelta(seconds=DAY)) == ["accepted"]


def test_at_night_by_the_campaign_s_clock_it_waits_for_its_morning_and_goes_then_once():
    world = a_world()
    world.clock.at = BEGIN
    message = world.plan()
    assert world.go(message) == "deferred"
    waiting = world.message(message)
    assert waiting.rule == "quiet_hours:brand"
    assert "it is Monday, 01:00" in str(waiting.why)
    morning = BEGIN + shown(7 * 3600)
    assert waiting.due_at is not None
    assert morning <= waiting.due_at <= morning + timedelta(milliseconds=2)
    assert world.wake(BEGIN + timedelta(seconds=DAY)) == ["accepted"]
    assert world.message(message).deferrals == 1


@pytest.mark.parametrize("hours", [0, 3, 5, 20, 23])
@pytest.mark.parametrize("at", [BEGIN, BEGIN + timedelta(seconds=1.234567)])
def test_whenever_it_is_put_off_once_is_enough(hours: int, at: datetime):
    world = a_world()
    world.clock.at = at + shown(hours * 3600)
    message = world.plan()
    world.go(message)
    world.wake(world.clock() + timedelta(seconds=DAY))
    assert world.message(message).state == "accepted"
    assert world.message(message).deferrals <= 1


def test_nobody_is_held_out():
    world = a_world(holdout_percent=100)
    assert world.go(world.plan(audience="everybody")) == "accepted"
    world.clock.forward(seconds=DAY)
    assert world.go(world.plan(audience="everybody", holdout=100)) == "accepted"


def test_while_sending_is_paused_a_quarter_of_an_hour_is_one():
    world = a_world()
    world.books.upkeep.pause(paused=True)
    message = world.plan()
    assert world.go(message) == "deferred"
    assert world.message(message).due_at == NOON + timedelta(minutes=15)


def test_a_deployment_that_serves_people_does_not_heed_it():
    world = a_world(paced=False, holdout_percent=100)
    world.clock.forward(hours=12)
    assert world.go(world.plan(audience="everybody")) == "holdout"
    assert [world.go(world.plan()) for _ in range(2)] == ["accepted", "cap_day"]
    world.clock.forward(seconds=DAY)
    assert world.go(world.plan()) == "cap_day"
    world.clock.at = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)
    message = world.plan()
    assert world.go(message) == "deferred"
    assert world.message(message).due_at == datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
