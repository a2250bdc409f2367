"""A verification code whose first try went wrong."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from tests.fakes.clock import SetClock
from tests.fakes.gateway import FakeGateway
from tests.fakes.texts import PRICE
from tests.fakes.world import World
from twofold.contracts.deadlines import LAST_START, LONGEST_TEXT, SENDING
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.events import Envelope, MessageFailed, MessageSent
from twofold.messages.model import Sms, message_id
from twofold.messages.money.prices import CENT
from twofold.messages.ports import Handed, NotStored, SmsRejected
from twofold.messages.sending.deliver import STORES
from twofold.messages.sending.send_verification import PAUSES

TRIES_OF_A_CALL = len(PAUSES) + 1


def asked(world: World) -> Envelope:
    world.join()
    return world.timeline()[-1]


def told(world: World, kind: type) -> list[Any]:
    return [event.data for event in world.timeline() if isinstance(event.data, kind)]


def state(world: World, event: Envelope) -> str | None:
    return world.books.messages.state(message_id(event.id, "verification"))


def rule(world: World, event: Envelope) -> str | None:
    return world.message(message_id(event.id, "verification")).rule


def test_after_a_crash_in_the_middle_the_text_is_not_sent_a_second_time(world: World):
    event = asked(world)
    world.gateway.faults = [MemoryError()]
    with pytest.raises(MemoryError):
        world.send(event)
    assert state(world, event) == "claimed"
    assert world.send(event) == "seen"
    assert (world.gateway.calls, state(world, event), rule(world, event)) == (1, "unknown", "interrupted")


def test_when_nobody_knows_whether_it_left_it_is_not_sent_a_second_time(world: World):
    event = asked(world)
    world.gateway.faults = [OutcomeUnknown("no answer")]
    assert world.send(event) == "unknown"
    assert world.send(event) == "seen"
    assert (world.gateway.calls, state(world, event), rule(world, event)) == (1, "unknown", "no_answer")
    assert told(world, MessageSent) == []


def busy(times: int) -> list[Exception | None]:
    """A provider that takes nothing so many times over: fewer than a call's tries, or as many."""
    return [Unavailable("throttled") for _ in range(times)]


def test_what_surely_did_not_leave_is_tried_again_at_once(world: World):
    event = asked(world)
    world.gateway.faults = busy(TRIES_OF_A_CALL - 1)
    assert world.send(event) == "accepted"
    assert (world.gateway.calls, len(world.gateway.sent)) == (TRIES_OF_A_CALL, 1)


def test_and_again_when_the_queue_brings_it_back(world: World):
    event = asked(world)
    world.gateway.faults = busy(TRIES_OF_A_CALL)
    with pytest.raises(Unavailable):
        world.send(event)
    assert state(world, event) == "planned"
    assert world.send(event) == "accepted"
    assert len(world.gateway.sent) == 1


def test_no_try_is_begun_that_the_function_s_time_might_cut_off(world: World):
    assert sum(PAUSES) < LAST_START < LAST_START + LONGEST_TEXT <= SENDING
    for seconds, calls in ((0.1, 3), (0.5, 2), (LAST_START, 1)):
        event = asked(world)
        slow = Slow(world.gateway, world.clock, seconds)
        deliver = replace(world.texts.deliver, gateway=slow)
        sending = replace(world.texts.send_verification, deliver=deliver, pause=slow.sleep)
        world.gateway.faults, world.gateway.calls = busy(TRIES_OF_A_CALL), 0
        with pytest.raises(Unavailable):
            sending(event, event.data)  # type: ignore[arg-type]
        assert world.gateway.calls == calls
        assert state(world, event) == "planned"
        world.clock.forward(hours=1)


@dataclass
class Losing:
    """A book that cannot be reached the next so many times that it is asked one thing."""

    world: World
    deed: str
    times: int

    def __getattr__(self, name: str) -> object:
        found = getattr(self.world.books.messages, name)
        return self.lose if name == self.deed and self.times else found

    def lose(self, *_: object) -> None:
        self.times -= 1
        raise Unavailable("no answer")


def with_losing(world: World, deed: str, times: int) -> None:
    book: Any = Losing(world, deed, times)
    deliver = replace(world.texts.deliver, book=book if deed != "claim" else world.books.messages)
    world.texts.send_verification = replace(world.texts.send_verification, book=book, deliver=deliver)


def test_what_left_is_stored_though_the_database_fails_at_first(world: World):
    event = asked(world)
    with_losing(world, "close", STORES - 1)
    assert world.send(event) == "accepted"
    assert state(world, event) == "accepted"
    assert len(told(world, MessageSent)) == world.gateway.calls == 1


@pytest.mark.parametrize("paused", [False, True])
def test_what_left_and_could_not_be_stored_is_not_taken_for_what_did_not_leave(world: World, paused: bool):
    event = asked(world)
    with_losing(world, "close", STORES)
    world.books.upkeep.pause(paused=False)
    world.texts.send_verification = replace(
        world.texts.send_verification, pause=lambda _: world.books.upkeep.pause(paused=paused)
    )
    with pytest.raises(NotStored):
        world.send(event)
    assert (world.gateway.calls, state(world, event), counted(world)[1]) == (1, "claimed", PRICE)
    assert world.send(event) == "seen"
    assert (world.gateway.calls, state(world, event), rule(world, event)) == (1, "unknown", "interrupted")


@pytest.mark.parametrize("deed", ["claim", "release"])
def test_whatever_cannot_be_stored_of_a_text_that_did_not_leave_its_price_is_given_back(
    world: World, deed: str
):
    event = asked(world)
    world.gateway.faults = busy(TRIES_OF_A_CALL)
    with_losing(world, deed, 1)
    with pytest.raises(Unavailable):
        world.send(event)
    assert counted(world)[1] == 0


@dataclass
class Slow:
    """A provider and a pause that take their time."""

    gateway: FakeGateway
    clock: SetClock
    seconds: float

    def send(self, sms: Sms) -> Handed:
        self.sleep(self.seconds)
        return self.gateway.send(sms)

    def sleep(self, seconds: float) -> None:
        self.clock.forward(seconds=seconds)


def test_but_not_when_it_has_grown_too_old(world: World):
    event = asked(world)
    world.gateway.faults = busy(TRIES_OF_A_CALL)
    with pytest.raises(Unavailable):
        world.send(event)
    world.clock.forward(seconds=61)
    assert world.send(event) == "too_old"
    assert world.gateway.sent == []


def counted(world: World) -> tuple[dict[str, int], int]:
    """What every counter says but that of the money, and how many cents are spent."""
    limits = dict(world.books.counter.memory.limits)  # type: ignore[attr-defined]
    money = {row: limits.pop(row) for row in list(limits) if row.startswith("budget#")}
    return limits, sum(money.values()) // CENT


def test_a_second_try_is_not_charged_again(world: World):
    for already in range(3):
        event = asked(world)
        world.gateway.faults = busy(TRIES_OF_A_CALL)
        with pytest.raises(Unavailable):
            world.send(event)
        charged, spent = counted(world)
        assert spent == already * PRICE, "what surely did not leave has cost nothing"
        assert world.send(event) == "accepted"
        assert counted(world) == (charged, spent + PRICE)
        world.clock.forward(seconds=1)
    assert len(world.books.messages.send_log(world.lead_id()).sent) == 3


def test_what_the_provider_will_never_take_has_failed_for_good(world: World):
    event = asked(world)
    world.gateway.faults = [SmsRejected("no such number", code="InvalidParameter")]
    assert world.send(event) == "failed"
    assert world.send(event) == "seen"
    assert rule(world, event) == "InvalidParameter"
    (failed,) = told(world, MessageFailed)
    assert failed.reason == "InvalidParameter"
