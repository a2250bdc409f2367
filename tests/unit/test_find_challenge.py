"""A verification is found where it began, and is open while its code may be typed in."""

from datetime import timedelta

import pytest

from tests.fakes.samples import LANDING, POSTER
from tests.fakes.world import World
from twofold.contracts.errors import Gone, InvalidRequest, NotFound
from twofold.leads.find_challenge import FindChallenge
from twofold.leads.verification import GUESSES, LIFETIME


@pytest.fixture
def find(world: World) -> FindChallenge:
    return FindChallenge(challenges=world.books.challenges, clock=world.clock)


def test_it_is_found_at_the_asset_where_it_began(world: World, find: FindChallenge):
    challenge_id = world.join()
    assert find(LANDING.asset_id, challenge_id) == find.open(LANDING.asset_id, challenge_id)
    assert find(LANDING.asset_id, challenge_id).challenge_id == challenge_id


@pytest.mark.parametrize("asset_id", [POSTER.asset_id, ""])
def test_it_is_not_there_at_another(world: World, find: FindChallenge, asset_id: str):
    challenge_id = world.join()
    for look in (find, find.open):
        with pytest.raises(NotFound) as raised:
            look(asset_id, challenge_id)
        assert raised.value.code == "challenge_not_found"


def test_its_time_ends_it(world: World, find: FindChallenge):
    challenge_id = world.join()
    world.clock.at += LIFETIME - timedelta(milliseconds=1)
    assert find.open(LANDING.asset_id, challenge_id)
    world.clock.at += timedelta(milliseconds=1)
    with pytest.raises(Gone) as raised:
        find.open(LANDING.asset_id, challenge_id)
    assert raised.value.code == "challenge_over"
    assert find(LANDING.asset_id, challenge_id)


def test_so_does_the_last_guess(world: World, find: FindChallenge):
    challenge_id = world.join()
    for guess in range(GUESSES):
        assert find.open(LANDING.asset_id, challenge_id).attempts == guess
        with pytest.raises(InvalidRequest):
            world.guess(challenge_id, "000000")
    with pytest.raises(Gone):
        find.open(LANDING.asset_id, challenge_id)
