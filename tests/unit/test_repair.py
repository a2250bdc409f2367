"""What a dead relay left lying."""

from datetime import timedelta

from tests.fakes.ledger import row_of
from tests.fakes.made import a_challenge
from tests.fakes.world import World
from twofold.contracts.events import Envelope
from twofold.ledger.repair import MOST, ROUNDS


def happen(world: World, count: int = 1) -> list[Envelope]:
    """Events, a second apart, with the relay dead."""
    made = []
    for _ in range(count):
        world.clock.forward(seconds=1)
        challenge = a_challenge(world.clock())
        made.append(challenge.asked(world.clock()))
        world.books.challenges.open(challenge, made[-1], [], world.clock())
    return made


def published(world: World) -> list[str]:
    return [row.event_id for row in world.bus.taken]


def test_nothing_is_repaired_while_the_relay_is_alive(world: World):
    happen(world)
    world.clock.forward(minutes=14)
    world.relay.relay([row_of(event) for event in happen(world)])
    world.bus.taken.clear()
    assert world.relay.repair() == 0
    assert published(world) == []


def test_what_no_relay_passed_on_is_published_in_order(world: World):
    world.relay.relay([row_of(event) for event in happen(world)])
    world.clock.forward(minutes=2)
    lost = happen(world, 3)
    world.clock.forward(minutes=16)
    world.bus.taken.clear()
    assert world.relay.repair() >= 3
    assert published(world)[-3:] == [event.id for event in lost]


def test_a_relay_that_never_ran_is_found_out(world: World):
    lost = happen(world, 3)
    world.clock.forward(minutes=15, seconds=1)
    assert world.relay.repair() == 3
    assert published(world) == [event.id for event in lost]


def test_what_is_younger_than_a_quarter_of_an_hour_is_left_to_the_relay(world: World):
    happen(world, 2)
    world.clock.forward(minutes=14)
    assert world.relay.repair() == 0


def test_a_gap_is_published_once(world: World):
    happen(world, 5)
    world.clock.forward(minutes=16)
    world.relay.repair()
    assert world.relay.repair() == 0
    world.clock.forward(minutes=16)
    assert world.relay.repair() == 0
    assert len(published(world)) == 5


def test_a_gap_larger_than_a_round_is_closed_in_one_run(world: World):
    lost = happen(world, 2 * MOST + 5)
    world.clock.forward(minutes=16)
    assert world.relay.repair() == len(lost)
    assert published(world) == [event.id for event in lost]
    assert ROUNDS > 2


def test_a_bus_that_is_down_leaves_the_gap_for_the_next_run(world: World):
    lost = happen(world, 12)
    world.clock.forward(minutes=16)
    world.bus.refuses = {lost[4].id}
    assert world.relay.repair() == 4
    assert world.books.heartbeat.last() is None
    world.bus.refuses = set()
    assert world.relay.repair() == 12


def test_a_relay_alive_again_does_not_step_over_what_the_stream_has_lost(world: World):
    world.relay.relay([row_of(event) for event in happen(world)])
    lost = happen(world, 3)
    world.clock.forward(days=2)
    (new,) = happen(world)
    world.relay.relay([row_of(new)])
    world.bus.taken.clear()
    world.clock.forward(minutes=16)
    world.relay.repair()
    assert {event.id for event in lost} <= set(published(world))


def test_a_quiet_day_is_no_gap(world: World):
    world.relay.relay([row_of(event) for event in happen(world)])
    for _ in range(3):
        world.clock.forward(hours=20)
        world.relay.repair()
    world.bus.taken.clear()
    world.relay.relay([row_of(event) for event in happen(world)])
    assert world.relay.repair() == 0


def test_the_heartbeat_never_goes_back(world: World):
    early = happen(world)
    world.clock.forward(minutes=5)
    late = happen(world)
    world.clock.forward(minutes=5)
    world.relay.relay([row_of(event) for event in late])
    world.clock.forward(seconds=1)
    world.relay.relay([row_of(event) for event in early])
    last = world.books.heartbeat.last()
    assert last
    assert last == (late[0].id, world.clock() - timedelta(seconds=1))
