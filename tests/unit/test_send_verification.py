"""A verification code is sent soon, or not at all."""

from typing import Any

import pytest

from tests.fakes.samples import ANNA, BUFFET, PASSER_BY, SHOP, SITE, signup
from tests.fakes.texts import PRICE
from tests.fakes.world import World
from twofold.contracts.events import Envelope, MessageBlocked, MessageSent
from twofold.messages.model import message_id
from twofold.messages.money.prices import CENT
from twofold.messages.sending.verdict import LIMITS


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
    said = BUFFET.templates["en"]["verification"].format(code=digits, brand=BUFFET.brand)
    assert sms.text == f"{said}\n@twofold.example #{digits}"
    assert (sms.message_class, sms.price, sms.lifetime) == ("verification", PRICE * CENT, 60)
    (sent,) = told(world, MessageSent)
    assert (sent.message_class, sent.parts, sent.provider) == ("verification", 1, "fake")


@pytest.mark.parametrize(
    ("page_url", "host"),
    [
        (f"{SHOP}/menu?table=4", "saffrongarden.example"),
        (f"{SITE}/j/ast_landing", "twofold.example"),
        ("https://evil.example/", "twofold.example"),
        ("https://saffrongarden.example.evil.example/", "twofold.example"),
        ("http://saffrongarden.example/", "twofold.example"),
        ("https://saffrongarden.example:8443/", "twofold.example"),
        ("https://user@saffrongarden.example/", "twofold.example"),
        ("nonsense", "twofold.example"),
    ],
)
def test_the_last_line_binds_the_code_to_the_page_it_is_typed_into(world: World, page_url: str, host: str):
    asked_there = signup(page_url=page_url)
    challenge_id = world.signups.sign_up(asked_there, PASSER_BY).challenge_id
    world.send_all()
    digits = world.signups.key.digits(challenge_id)
    assert world.gateway.texts[0].splitlines()[-1] == f"@{host} #{digits}"


def test_the_code_is_kept_nowhere(world: World):
    challenge_id = world.join()
    world.send_all()
    digits = world.signups.key.digits(challenge_id)
    assert digits in world.gateway.sent[0].text
    (message,) = world.books.messages.memory.messages.values()  # type: ignore[attr-defined]
    assert message.shown.count("••••••") == 2, "in the sentence and in the last line"
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
    assert blocked.why == world.message(blocked.message_id).why == LIMITS["too_old"]


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
