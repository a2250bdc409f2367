"""What may not go now goes at the first moment that allows it, once, or never."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.samples import BUFFET
from tests.fakes.world import World
from twofold.contracts.errors import Unavailable

EVENING = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
"""Nine in the evening in Warsaw, from which on nothing may go there."""

MORNING = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
"""Eight o'clock there."""


@pytest.fixture
def night(world: World) -> World:
    world.code()
    world.clock.at = EVENING
    return world


def test_at_night_it_waits_for_the_morning_and_goes_then(night: World):
    message = night.plan()
    assert night.go(message) == "deferred"
    waiting = night.message(message)
    assert (waiting.state, waiting.rule, waiting.due_at) == ("deferred", "quiet_hours:brand", MORNING)
    assert "Europe/Warsaw" in str(waiting.why)
    assert night.wake(MORNING - timedelta(seconds=1)) == []
    assert night.wake(MORNING) == ["accepted"]
    assert night.gateway.calls == 1


def test_a_second_before_it_goes_at_once(night: World):
    night.clock.at = EVENING - timedelta(seconds=1)
    assert night.go(night.plan()) == "accepted"


def test_however_often_it_is_brought_it_wakes_once(night: World):
    message = night.plan()
    assert [night.go(message) for _ in range(3)] == ["deferred"] * 3
    assert len(night.scheduler.waiting) == 1
    assert night.wake(MORNING + timedelta(hours=1)) == ["accepted"]
    assert night.go(message) == "seen"


def test_a_scheduler_that_did_not_take_it_is_asked_again(night: World):
    message = night.plan()
    night.scheduler.down = True
    with pytest.raises(Unavailable):
        night.go(message)
    night.scheduler.down = False
    assert night.go(message) == "deferred"
    assert set(night.scheduler.asked) == {f"{message.message_id}-1"}
    assert night.wake(MORNING) == ["accepted"]


def test_what_is_over_by_the_morning_is_not_kept_for_it(night: World):
    message = night.plan(expires_at=MORNING)
    assert night.go(message) == "expired"
    assert night.scheduler.waiting == {}
    assert night.go(night.plan(expires_at=MORNING + timedelta(seconds=1))) == "deferred"


def test_in_the_morning_it_is_decided_anew(night: World):
    stopped, spent = night.plan(), night.plan()
    night.go(stopped)
    night.go(spent)
    night.reply("+48601234567", "STOP")
    assert night.wake(MORNING) == ["opted_out", "opted_out"]
    assert night.gateway.calls == 0


def test_of_many_that_wake_together_the_cap_lets_one_go(night: World):
    for _ in range(3):
        night.go(night.plan())
    assert sorted(night.wake(MORNING)) == ["accepted", "cap_day", "cap_day"]


def test_while_sending_is_paused_it_looks_again_every_quarter_of_an_hour(world: World):
    world.code()
    message, began = world.plan(), world.clock()
    world.books.upkeep.pause(paused=True)
    assert world.go(message) == "deferred"
    assert world.wake(began + timedelta(minutes=44)) == ["deferred", "deferred"]
    world.books.upkeep.pause(paused=False)
    assert world.wake(began + timedelta(minutes=45)) == ["accepted"]
    assert [name.rpartition("-")[2] for name in world.scheduler.asked] == ["1", "2", "3"]


def test_a_campaign_that_ends_overnight_sends_nothing_in_the_morning(night: World):
    night.go(night.plan())
    night.books.upkeep.put_campaign(replace(BUFFET, ends_at=MORNING))
    assert night.wake(MORNING) == ["campaign_not_running"]


def test_an_event_that_comes_too_early_goes_back_to_sleep(night: World):
    message = night.plan()
    night.go(message)
    night.clock.forward(hours=1)
    assert night.go(message) == "deferred"
    assert night.message(message).deferrals == 1
