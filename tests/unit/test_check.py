"""Is this code good?"""

from datetime import datetime, timedelta, timezone

import pytest
from msgspec import UNSET

from tests.fakes.samples import order
from tests.fakes.world import World
from twofold.contracts.errors import NotFound
from twofold.contracts.payloads.redemptions import RollbackRequest


def test_a_fresh_code_is_good_and_says_what_it_is_worth(world: World):
    told = world.codes.check(world.code())
    assert (told.state, told.valid, told.reason) == ("issued", True, UNSET)
    assert (told.campaign.campaign_id, told.campaign.brand) == ("buffet-20", "Saffron Garden")
    assert (told.discount.kind, told.discount.value) == ("percent", 20)
    assert (told.last_day, told.expires_at) == ("2026-12-22", "2026-12-23T12:00:00Z")


def test_a_code_may_be_typed_as_people_type(world: World):
    code = world.code()
    assert world.codes.check(f" {code[:3].lower()}-{code[3:8]} {code[8:].lower()}").code == code


def test_a_spent_code_says_so(world: World):
    code = world.code()
    world.codes.redeem(code, order())
    told = world.codes.check(code)
    assert (told.state, told.valid, told.reason) == ("redeemed", False, "redeemed")


def test_a_code_is_good_all_through_its_last_day_everywhere_and_over_after_it(world: World):
    code = world.code()
    over = datetime(2026, 12, 23, tzinfo=timezone(timedelta(hours=-12)))
    world.clock.at = over - timedelta(seconds=1)
    assert world.codes.check(code).valid
    world.clock.forward(seconds=1)
    told = world.codes.check(code)
    assert (told.state, told.valid, told.reason) == ("expired", False, "expired")


def test_a_revoked_code_says_so(world: World):
    code = world.code()
    world.books.upkeep.revoke(code)
    assert (world.codes.check(code).valid, world.codes.check(code).reason) == (False, "revoked")


def test_a_code_whose_redemption_was_taken_back_is_good_again(world: World):
    code = world.code()
    receipt = world.codes.redeem(code, order()).answer
    world.codes.roll_back(receipt.redemption_id, RollbackRequest(reason="returned"))
    told = world.codes.check(code)
    assert (told.state, told.valid) == ("rolled_back", True)


def test_looking_changes_nothing(world: World):
    code = world.code()
    before = world.books.codes.find(code)
    world.codes.check(code)
    assert world.books.codes.find(code) == before
    assert len(world.timeline()) == 3


@pytest.mark.parametrize("typed", ["NEVER", "", "---", "#", "\u0000", "💥"])
def test_a_code_that_never_was_is_not_found(world: World, typed: str):
    with pytest.raises(NotFound):
        world.codes.check(typed)
