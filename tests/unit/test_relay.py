"""From the ledger to the bus."""

from datetime import timedelta

import pytest

from tests.fakes.clock import NOON
from tests.fakes.ledger import row_of
from tests.fakes.made import a_challenge
from tests.fakes.world import World
from twofold.ledger.ports import LedgerRow
from twofold.ledger.record import first_id


def rows(count: int) -> list[LedgerRow]:
    challenges = [a_challenge(NOON + timedelta(milliseconds=n)) for n in range(count)]
    return [row_of(c.asked(c.sent_at)) for c in challenges]


def test_all_events_are_published_in_order_ten_at_a_time(world: World):
    batch = rows(25)
    assert world.relay.relay(batch) is None
    assert world.bus.taken == batch
    assert world.bus.calls == 3


@pytest.mark.parametrize("position", [0, 3, 9, 10, 17, 24])
def test_the_first_event_that_the_bus_refused_is_told(world: World, position: int):
    batch = rows(25)
    world.bus.refuses = {batch[position].event_id}
    assert world.relay.relay(batch) == position


def test_of_two_refused_events_the_first_is_told(world: World):
    batch = rows(10)
    world.bus.refuses = {batch[7].event_id, batch[2].event_id}
    assert world.relay.relay(batch) == 2


def test_nothing_after_a_refused_call_is_published(world: World):
    batch = rows(25)
    world.bus.refuses = {batch[12].event_id}
    world.relay.relay(batch)
    assert world.bus.calls == 2
    assert batch[20] not in world.bus.taken


def test_a_bus_that_does_not_answer_has_taken_nothing(world: World):
    world.bus.down = True
    assert world.relay.relay(rows(3)) == 0


def test_what_is_handed_over_again_arrives(world: World):
    batch = rows(12)
    world.bus.refuses = {batch[4].event_id}
    stuck = world.relay.relay(batch)
    world.bus.refuses = set()
    assert world.relay.relay(batch[stuck:]) is None
    assert {row.event_id for row in world.bus.taken} == {row.event_id for row in batch}


def test_a_healthy_relay_leaves_a_heartbeat(world: World):
    batch = rows(3)
    world.clock.forward(minutes=10)
    world.relay.relay(batch)
    assert world.books.heartbeat.last() == (batch[-1].event_id, world.clock())


def test_the_heartbeat_speaks_only_of_what_has_had_time_to_settle(world: World):
    world.clock.forward(seconds=5)
    world.relay.relay(rows(3))
    assert world.books.heartbeat.last() == (first_id(world.clock() - timedelta(minutes=1)), world.clock())


@pytest.mark.parametrize("trouble", ["refused", "down", "nothing"])
def test_a_relay_that_got_nothing_through_leaves_none(world: World, trouble: str):
    batch = rows(0 if trouble == "nothing" else 3)
    world.bus.down = trouble == "down"
    world.bus.refuses = {row.event_id for row in batch[1:2]} if trouble == "refused" else set()
    world.relay.relay(batch)
    assert world.books.heartbeat.last() is None
