"""A verification code is sent soon, or not at all."""

from typing import Any

from tests.fakes.samples import ANNA, BUFFET, PASSER_BY, signup
from tests.fakes.world import World
from twofold.contracts.events import Envelope, MessageBlocked, MessageSent
from twofold.messages.model import message_id


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


def test_a_text_in_the_visitor_s_language(world: World):
    world.signups.sign_up(signup(locale="pl"), PASSER_BY)
    world.send_all()
    assert "Nie podawaj go nikomu" in world.gateway.sent[0].text
