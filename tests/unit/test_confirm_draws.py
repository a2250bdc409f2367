"""A discount code that was drawn before."""

from dataclasses import replace

import pytest

from tests.fakes.outcomes import code_of
from tests.fakes.samples import ANNA, BEN, PASSER_BY
from tests.fakes.use_cases import Signups
from tests.fakes.world import World
from twofold.codes.draw import draw_code
from twofold.contracts.errors import Unavailable
from twofold.contracts.payloads.signups import ConfirmationRequest


def test_a_drawn_code_that_somebody_has_is_drawn_again():
    world = World()
    taken = world.code(BEN)
    draws = iter([taken, taken, "BUFFRESH2345"])
    drawn = Signups(
        world.books, world.limits, world.clock, lambda c, at, _: replace(draw_code(c, at), code=next(draws))
    )
    challenge_id = world.join(ANNA)
    told = drawn.confirm(challenge_id, ConfirmationRequest(code=drawn.key.digits(challenge_id)), PASSER_BY)
    assert code_of(told) == "BUFFRESH2345"
    assert world.books.codes.find(taken).lead_id == world.lead_id(BEN)


def test_who_draws_taken_codes_for_ever_is_asked_to_try_again():
    world = World()
    taken = world.code(BEN)
    drawn = Signups(
        world.books, world.limits, world.clock, lambda c, at, _: replace(draw_code(c, at), code=taken)
    )
    challenge_id = world.join(ANNA)
    with pytest.raises(Unavailable):
        drawn.confirm(challenge_id, ConfirmationRequest(code=drawn.key.digits(challenge_id)), PASSER_BY)
    assert world.books.leads.lead(world.lead_id(ANNA)) is None
