"""A code is withdrawn for good."""

from dataclasses import replace

import pytest

from tests.fakes.made import fresh
from tests.unit.codes.desk import Desk, refused
from twofold.codes.ports import RequestKey
from twofold.contracts.errors import Conflict, NotFound
from twofold.contracts.events import CodeRevoked
from twofold.contracts.payloads.codes import RevocationRequest

REQUEST = RevocationRequest(reason="printed twice")


def test_nobody_spends_it_any_more(desk: Desk):
    code = desk.code()
    done = desk.use.revoke(code, REQUEST)
    assert done.new
    assert (done.answer.code, done.answer.state, done.answer.reason) == (code, "revoked", "printed twice")
    assert done.answer.revoked_at == "2026-11-22T12:00:00Z"
    error = refused(lambda: desk.redeem(code))
    assert (type(error), error.code) == (Conflict, "code_revoked")
    assert (desk.check(code).state, desk.check(code).reason) == ("revoked", "revoked")
    assert [event.data for event in desk.events()] == [CodeRevoked(code=code, reason="printed twice")]


def test_again_it_answers_as_the_first_time(desk: Desk):
    code = desk.code()
    first = desk.use.revoke(code, REQUEST).answer
    desk.clock.forward(days=1)
    again = desk.use.revoke(code, RevocationRequest(reason="another"))
    assert (again.new, again.answer) == (False, first)
    assert desk.told() == ["code.revoked 2"]


def test_a_code_that_is_spent_cannot_be_withdrawn(desk: Desk):
    code = desk.code()
    desk.redeem(code)
    error = refused(lambda: desk.revoke(code))
    assert (type(error), error.code) == (Conflict, "code_already_redeemed")


def test_a_cart_that_holds_it_has_it_no_more(desk: Desk):
    code = desk.code()
    desk.reserve(code, "cart-1")
    desk.revoke(code)
    assert desk.stored(code).hold is None
    assert refused(lambda: desk.redeem(code, cart_id="cart-1")).code == "code_revoked"
    assert desk.told() == ["code.reserved 2", "code.revoked 3"]


@pytest.mark.parametrize("days", [0, 31])
def test_a_code_that_was_taken_back_or_is_over_can_be(desk: Desk, days: int):
    code = desk.code()
    desk.roll_back(desk.redeem(code).redemption_id)
    desk.clock.forward(days=days)
    desk.use.lapse()
    desk.revoke(code)
    assert desk.check(code).reason == "revoked"


def test_what_was_spent_of_it_can_still_be_taken_back(desk: Desk):
    code = desk.code(uses=2)
    spent = desk.redeem(code)
    desk.revoke(code)
    assert desk.redeem(code) == spent, "its order still hears that it has it"
    assert desk.roll_back(spent.redemption_id) == "rolled_back"
    assert desk.stored(code).state == "revoked"


def test_its_key_is_answered_as_the_first_time(desk: Desk):
    code, key = desk.code(), RequestKey(mark=fresh("key"), fingerprint="asked")
    first = desk.use.revoke(code, REQUEST, key)
    again = desk.use.revoke(code, REQUEST, key)
    assert (again.new, again.answer) == (False, first.answer)
    other = replace(key, fingerprint="asked otherwise")
    assert refused(lambda: desk.use.revoke(desk.code(), REQUEST, other)).code == "idempotency_key_reused"


def test_one_that_was_withdrawn_by_hand_is_withdrawn_with_a_reason(desk: Desk):
    code = desk.code()
    desk.books.upkeep.revoke(code)
    assert desk.use.revoke(code, REQUEST).answer.reason == "printed twice"


def test_a_code_that_never_was_is_not_found(desk: Desk):
    assert isinstance(refused(lambda: desk.revoke("NEVER")), NotFound)
