"""The same verification code once more."""

from dataclasses import replace

import pytest

from tests.fakes.samples import PASSER_BY, SHOP
from tests.fakes.world import World
from twofold.contracts.errors import Forbidden, Gone, InvalidRequest, NotFound, TooMany
from twofold.contracts.settings import LimitSettings


def again(world: World, challenge_id: str) -> int:
    """Ask once more; answer the pause before the next time."""
    return world.signups.resend(challenge_id, PASSER_BY).resend_after


def test_pauses_grow_and_the_fifth_text_is_the_last(world: World):
    challenge_id, pauses = world.join(), []
    for wait in (30, 60, 120, 120):
        world.clock.forward(seconds=wait)
        pauses.append(again(world, challenge_id))
    assert pauses == [60, 120, 120, 120]
    world.clock.forward(seconds=120)
    with pytest.raises(Gone) as raised:
        again(world, challenge_id)
    assert raised.value.code == "challenge_over"
    assert [event.version for event in world.timeline()] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("sends", "pause"), [(1, 30), (2, 60), (3, 120), (4, 120)])
def test_nobody_gets_a_text_before_the_pause_is_over(world: World, sends: int, pause: int):
    challenge_id = world.join()
    for _ in range(sends - 1):
        world.clock.forward(seconds=120)
        again(world, challenge_id)
    world.clock.forward(seconds=pause - 1)
    with pytest.raises(TooMany) as raised:
        again(world, challenge_id)
    assert (raised.value.code, raised.value.retry_after) == ("too_soon", 2)
    assert len(world.timeline()) == sends
    world.clock.forward(seconds=1)
    again(world, challenge_id)


def test_the_lifetime_starts_again_with_each_text(world: World):
    challenge_id = world.join()
    world.clock.forward(minutes=9)
    assert world.signups.resend(challenge_id, PASSER_BY).expires_at == "2026-11-22T12:19:00Z"
    world.clock.forward(minutes=9)
    world.guess(challenge_id)


def test_the_code_stays_the_same(world: World):
    challenge_id = world.join()
    world.clock.forward(seconds=30)
    again(world, challenge_id)
    texts = []
    for event in world.timeline():
        world.send(event)
        texts.append(world.gateway.sent[-1].text)
    assert texts[0] == texts[1]


def test_an_expired_challenge_is_over(world: World):
    challenge_id = world.join()
    world.clock.forward(minutes=10)
    with pytest.raises(Gone):
        again(world, challenge_id)


def test_a_confirmed_challenge_is_over(world: World):
    challenge_id = world.join()
    world.guess(challenge_id)
    world.clock.forward(seconds=30)
    with pytest.raises(Gone):
        again(world, challenge_id)


def test_a_challenge_whose_guesses_are_used_up_is_over(world: World):
    challenge_id = world.join()
    wrong = "000000" if world.signups.key.digits(challenge_id) != "000000" else "111111"
    for _ in range(5):
        with pytest.raises(InvalidRequest):
            world.guess(challenge_id, wrong)
    world.clock.forward(seconds=30)
    with pytest.raises(Gone):
        again(world, challenge_id)


def test_a_challenge_that_never_was_is_not_found(world: World):
    with pytest.raises(NotFound):
        again(world, "never")


def test_a_foreign_page_may_not_ask(world: World):
    challenge_id = world.join()
    world.clock.forward(seconds=30)
    with pytest.raises(Forbidden):
        world.signups.resend(challenge_id, replace(PASSER_BY, origin=SHOP))
    assert len(world.timeline()) == 1


def test_texts_asked_for_again_count_for_the_network():
    world = World(limits=LimitSettings(ip_10min=2))
    challenge_id = world.join()
    world.clock.forward(seconds=30)
    again(world, challenge_id)
    world.clock.forward(seconds=60)
    with pytest.raises(TooMany):
        again(world, challenge_id)
    assert world.books.challenges.find(challenge_id).sends == 2
