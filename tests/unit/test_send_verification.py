"""A verification code is sent soon, or not at all."""

from typing import Any

import pytest

from tests.fakes.samples import ANNA, BUFFET, PASSER_BY, signup
from tests.fakes.world import World
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.events import Envelope, MessageBlocked, MessageFailed, MessageSent
from twofold.messages.model import message_id
from twofold.messages.ports import SmsRejected
from twofold.messages.send_verification import PAUSES


def asked(world: World) -> Envelope:
    world.join()
    return world.timeline()[-1]


def told(world: World, kind: type) -> list[Any]:
    return [event.data for event in world.timeline() if isinstance(event.data, kind)]


def state(world: World, event: Envelope) -> str | None:
    return world.books.messages.state(message_id(event.id, "verification"))


def test_the_code_goes_to_the_number_that_asked(world: World):
    challenge_id = world.join()
    assert world.send(world.timeline()[0]) == "accepted"
    (sms,) = world.gateway.sent
    assert sms.to.e164 == ANNA
    digits = world.signups.key.digits(challenge_id)
    assert sms.text == BUFFET.texts["en"]["verification"].format(code=digits, brand=BUFFET.brand)
    (sent,) = told(world, MessageSent)
    assert (sent.message_class, sent.parts, sent.provider) == ("verification", 1, "fake")


def test_the_code_is_kept_nowhere(world: World):
    challenge_id = world.join()
    world.send_all()
    digits = world.signups.key.digits(challenge_id)
    assert digits in world.gateway.sent[0].text
    (message,) = world.books.messages.memory.messages.values()  # type: ignore[attr-defined]
    assert "••••••" in message.shown
    assert digits not in repr(world.books.messages.memory)  # type: ignore[attr-defined]


def test_the_same_event_again_sends_nothing(world: World):
    event = asked(world)
    world.send(event)
    assert world.send(event) == "seen"
    assert world.gateway.calls == 1


def test_a_code_that_comes_too_late_is_not_sent(world: World):
    event = asked(world)
    world.clock.forward(seconds=60, milliseconds=1)
    assert world.send(event) == "too_old"
    assert (world.gateway.calls, state(world, event)) == (0, "blocked")
    (blocked,) = told(world, MessageBlocked)
    assert (blocked.rule, blocked.message_class) == ("too_old", "verification")


def test_a_code_that_just_makes_it_is_sent(world: World):
    event = asked(world)
    world.clock.forward(seconds=60)
    assert world.send(event) == "accepted"


def test_the_kill_switch_blocks_it(world: World):
    world.books.upkeep.pause(paused=True)
    event = asked(world)
    assert world.send(event) == "sending_paused"
    world.books.upkeep.pause(paused=False)
    assert world.send(event) == "seen"
    assert world.gateway.calls == 0


def test_a_challenge_that_is_cleaned_up_needs_no_code(world: World):
    event = asked(world)
    world.books.challenges.memory.challenges.clear()  # type: ignore[attr-defined]
    assert world.send(event) == "challenge_gone"


def test_after_a_crash_in_the_middle_the_text_is_not_sent_a_second_time(world: World):
    event = asked(world)
    world.gateway.faults = [MemoryError()]
    with pytest.raises(MemoryError):
        world.send(event)
    assert state(world, event) == "claimed"
    assert world.send(event) == "seen"
    assert (world.gateway.calls, state(world, event)) == (1, "unknown")


def test_when_nobody_knows_whether_it_left_it_is_not_sent_a_second_time(world: World):
    event = asked(world)
    world.gateway.faults = [OutcomeUnknown("no answer")]
    assert world.send(event) == "no_answer"
    assert world.send(event) == "seen"
    assert (world.gateway.calls, state(world, event)) == (1, "unknown")
    assert told(world, MessageSent) == []


def busy(times: int) -> list[Exception]:
    """A provider that takes nothing so many times over: fewer than a call's tries, or as many."""
    return [Unavailable("throttled") for _ in range(times)]


TRIES_OF_A_CALL = len(PAUSES) + 1


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


def test_but_not_when_it_has_grown_too_old(world: World):
    event = asked(world)
    world.gateway.faults = busy(TRIES_OF_A_CALL)
    with pytest.raises(Unavailable):
        world.send(event)
    world.clock.forward(seconds=61)
    assert world.send(event) == "too_old"
    assert world.gateway.sent == []


def test_a_second_try_is_not_charged_again(world: World):
    for _ in range(3):
        event = asked(world)
        world.gateway.faults = busy(TRIES_OF_A_CALL)
        with pytest.raises(Unavailable):
            world.send(event)
        spent = dict(world.books.counter.memory.limits)  # type: ignore[attr-defined]
        assert world.send(event) == "accepted"
        assert world.books.counter.memory.limits == spent  # type: ignore[attr-defined]
        world.clock.forward(seconds=1)
    assert len(world.books.messages.send_log(world.lead_id()).sent) == 3


def test_what_the_provider_will_never_take_has_failed_for_good(world: World):
    event = asked(world)
    world.gateway.faults = [SmsRejected("no such number", code="InvalidParameter")]
    assert world.send(event) == "InvalidParameter"
    assert world.send(event) == "seen"
    (failed,) = told(world, MessageFailed)
    assert failed.reason == "InvalidParameter"


def test_a_text_in_the_visitor_s_language(world: World):
    world.signups.sign_up(signup(locale="pl"), PASSER_BY)
    world.send_all()
    assert "Nie podawaj go nikomu" in world.gateway.sent[0].text
