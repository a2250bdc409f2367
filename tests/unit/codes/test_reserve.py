"""A cart holds a code, and nobody else spends it in the meantime."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.made import fresh
from tests.unit.codes.desk import LEAD, Desk, refused
from twofold.codes.ports import RequestKey
from twofold.contracts.errors import Conflict, Gone, NotFound
from twofold.contracts.events import CodeReleased, CodeReserved
from twofold.contracts.payloads.codes import ReservationRequest


def test_a_cart_is_told_until_when_it_holds_the_code(desk: Desk):
    code = desk.code()
    done = desk.use.reserve(code, ReservationRequest(cart_id="cart-1", ttl_s=600))
    assert done.new
    assert (done.answer.code, done.answer.cart_id) == (code, "cart-1")
    assert done.answer.reserved_until == "2026-11-22T12:10:00Z"
    assert done.answer.discount.value == 20
    (event,) = desk.events()
    assert event.data == CodeReserved(code=code, cart_id="cart-1", until="2026-11-22T12:10:00.000Z")
    assert desk.stored(code).state == "reserved"


def test_a_code_may_be_typed_as_people_type_it(desk: Desk):
    code = desk.code()
    typed = f" {code[:5].lower()}-{code[5:]} "
    assert desk.reserve(typed).code == code
    desk.use.release(typed, "cart-1")
    assert desk.stored(code).hold is None


def test_another_cart_is_refused_and_told_when_to_come_back(desk: Desk):
    code = desk.code()
    desk.reserve(code, "cart-1", ttl_s=600)
    desk.clock.forward(seconds=100)
    error = refused(lambda: desk.reserve(code, "cart-2"))
    assert (type(error), error.code) == (Conflict, "code_reserved")
    assert error.extra["retry_after"] == 501
    desk.clock.forward(seconds=501)
    assert desk.reserve(code, "cart-2").cart_id == "cart-2"


@pytest.mark.parametrize("cart_id", ["cart-2", None])
def test_nobody_but_its_cart_spends_a_code_that_is_held(desk: Desk, cart_id: str | None):
    code = desk.code()
    desk.reserve(code, "cart-1", ttl_s=600)
    error = refused(lambda: desk.redeem(code, cart_id=cart_id))
    assert (type(error), error.code, error.extra["retry_after"]) == (Conflict, "code_reserved", 601)
    assert desk.told() == ["code.reserved 2"]


def test_the_cart_that_holds_the_code_spends_it_and_holds_it_no_more(desk: Desk):
    code = desk.code()
    desk.reserve(code, "cart-1")
    assert desk.redeem(code, cart_id="cart-1").redemption_id == f"{code}.3"
    assert (desk.stored(code).state, desk.stored(code).hold) == ("redeemed", None)
    assert desk.told() == ["code.reserved 2", "code.redeemed 3"]


class TestTheSameCartAgain:
    def test_holds_it_longer(self, desk: Desk):
        code = desk.code()
        desk.reserve(code, ttl_s=600)
        desk.clock.forward(minutes=5)
        again = desk.use.reserve(code, ReservationRequest(cart_id="cart-1", ttl_s=600))
        assert (again.new, again.answer.reserved_until) == (False, "2026-11-22T12:15:00Z")
        assert desk.told() == ["code.reserved 2", "code.reserved 3"]

    def test_never_holds_it_shorter(self, desk: Desk):
        code = desk.code()
        first = desk.reserve(code, ttl_s=600)
        assert desk.reserve(code, ttl_s=60) == first
        assert desk.reserve(code, ttl_s=600) == first
        assert desk.told() == ["code.reserved 2"]

    def test_takes_its_own_hold_up_again_that_had_lapsed(self, desk: Desk):
        code = desk.code()
        desk.reserve(code, ttl_s=60)
        desk.clock.forward(minutes=2)
        assert desk.reserve(code, ttl_s=60).reserved_until == "2026-11-22T12:03:00Z"
        assert desk.told() == ["code.reserved 2", "code.reserved 3"]

    def test_with_its_key_gets_the_first_answer_whatever_happened_since(self, desk: Desk):
        code, key = desk.code(), RequestKey(mark=fresh("key"), fingerprint="asked")
        request = ReservationRequest(cart_id="cart-1", ttl_s=60)
        first = desk.use.reserve(code, request, key)
        desk.clock.forward(minutes=2)
        desk.reserve(code, "cart-2")
        again = desk.use.reserve(code, request, key)
        assert (first.new, again.new, again.answer) == (True, False, first.answer)
        other = replace(key, fingerprint="asked otherwise")
        assert refused(lambda: desk.use.reserve(code, request, other)).code == "idempotency_key_reused"


class TestAHoldThatIsOver:
    """It counts for nothing from its very end on, whether or not anybody has written that down."""

    @pytest.fixture
    def code(self, desk: Desk) -> str:
        code = desk.code()
        desk.reserve(code, "cart-1", ttl_s=60)
        desk.clock.forward(seconds=60)
        return code

    def test_is_still_one_a_moment_before(self, desk: Desk, code: str):
        desk.clock.at -= timedelta(milliseconds=1)
        assert refused(lambda: desk.redeem(code)).code == "code_reserved"

    def test_is_taken_over_by_another_cart_in_one_change(self, desk: Desk, code: str):
        assert desk.reserve(code, "cart-2").cart_id == "cart-2"
        assert desk.told() == ["code.reserved 2", "code.released 3", "code.reserved 3"]
        assert desk.events()[1].data == CodeReleased(code=code, cart_id="cart-1", why="lapse")

    def test_is_taken_over_by_an_order_in_one_change(self, desk: Desk, code: str):
        desk.redeem(code, cart_id="cart-2")
        assert desk.told() == ["code.reserved 2", "code.redeemed 3", "code.released 3"]

    def test_does_not_keep_its_own_cart_from_spending(self, desk: Desk, code: str):
        desk.redeem(code, cart_id="cart-1")
        assert desk.told() == ["code.reserved 2", "code.redeemed 3"]

    def test_is_told_by_whoever_withdraws_the_code(self, desk: Desk, code: str):
        desk.revoke(code)
        assert desk.told() == ["code.reserved 2", "code.released 3", "code.revoked 3"]

    def test_is_told_by_whoever_takes_a_redemption_back(self, desk: Desk):
        code = desk.code(uses=2)
        spent = desk.redeem(code, "order-1")
        desk.reserve(code, "cart-1", ttl_s=60)
        desk.clock.forward(seconds=60)
        desk.roll_back(spent.redemption_id)
        assert {"code.released 4", "code.rolled_back 4"} <= set(desk.told())
        assert (desk.stored(code).state, desk.stored(code).hold) == ("rolled_back", None)

    def test_lapses_when_its_cart_lets_go_too_late(self, desk: Desk, code: str):
        desk.use.release(code, "cart-1")
        assert desk.events()[-1].data == CodeReleased(code=code, cart_id="cart-1", why="lapse")
        assert desk.stored(code).state == "issued"


class TestLettingGo:
    def test_frees_the_code(self, desk: Desk):
        code = desk.code()
        desk.reserve(code, "cart-1")
        desk.use.release(code, "cart-1")
        assert (desk.stored(code).state, desk.check(code).valid) == ("issued", True)
        assert desk.events()[-1].data == CodeReleased(code=code, cart_id="cart-1", why="release")

    def test_twice_is_once(self, desk: Desk):
        code = desk.code()
        desk.reserve(code, "cart-1")
        desk.use.release(code, "cart-1")
        desk.use.release(code, "cart-1")
        assert desk.told() == ["code.reserved 2", "code.released 3"]

    def test_of_what_another_cart_holds_changes_nothing(self, desk: Desk):
        code = desk.code()
        desk.reserve(code, "cart-1")
        desk.use.release(code, "cart-2")
        assert desk.stored(code).state == "reserved"
        assert desk.told() == ["code.reserved 2"]

    def test_of_a_code_that_nobody_holds_changes_nothing(self, desk: Desk):
        desk.use.release(desk.code(), "cart-1")
        assert desk.told() == []

    def test_of_a_code_that_never_was_is_not_found(self, desk: Desk):
        assert isinstance(refused(lambda: desk.use.release("NEVER", "cart-1")), NotFound)

    def test_leaves_a_code_as_it_was_before(self, desk: Desk):
        code = desk.code()
        desk.roll_back(desk.redeem(code).redemption_id)
        desk.reserve(code)
        desk.use.release(code, "cart-1")
        assert desk.stored(code).state == "rolled_back"


class TestNoHoldIsGivenOn:
    def test_a_code_that_is_spent(self, desk: Desk):
        code = desk.code()
        desk.redeem(code)
        assert refused(lambda: desk.reserve(code)).code == "code_already_redeemed"

    def test_a_code_that_is_withdrawn(self, desk: Desk):
        code = desk.code()
        desk.revoke(code)
        assert refused(lambda: desk.reserve(code)).code == "code_revoked"

    def test_a_code_whose_time_is_over(self, desk: Desk):
        code = desk.code()
        desk.clock.forward(days=30)
        error = refused(lambda: desk.reserve(code))
        assert (type(error), error.code) == (Gone, "code_expired")

    def test_a_code_whose_time_is_still_to_come(self, desk: Desk):
        code = desk.code(starts_at=desk.clock() + timedelta(hours=1))
        assert refused(lambda: desk.reserve(code)).code == "not_yet_valid"

    def test_a_code_that_never_was(self, desk: Desk):
        assert isinstance(refused(lambda: desk.reserve("NEVER")), NotFound)


def test_no_hold_outlives_its_code(desk: Desk):
    code = desk.code(days=1)
    assert desk.reserve(code, ttl_s=86_400 * 2).reserved_until == "2026-11-23T12:00:00Z"


def test_what_depends_on_a_basket_waits_for_one(desk: Desk):
    code = desk.code(minimum=5_000, products=("soup",), places=("vienna-1",))
    assert desk.reserve(code)
    assert refused(lambda: desk.redeem(code, amount=4_000, cart_id="cart-1")).code == "minimum_not_met"
    assert desk.stored(code).state == "reserved", "a refusal does not end the hold"


def test_a_code_for_several_orders_is_held_and_free_again_between_them(desk: Desk):
    code = desk.code(uses=2)
    desk.redeem(code, "order-1")
    desk.reserve(code, "cart-1")
    assert refused(lambda: desk.redeem(code, "order-2")).code == "code_reserved"
    desk.redeem(code, "order-2", cart_id="cart-1")
    assert desk.stored(code).state == "redeemed"


def test_a_rollback_leaves_the_hold_of_a_cart_as_it_is(desk: Desk):
    code = desk.code(uses=2)
    spent = desk.redeem(code, "order-1")
    desk.reserve(code, "cart-1")
    desk.roll_back(spent.redemption_id)
    stored = desk.stored(code)
    assert stored.state == "reserved"
    assert stored.hold
    assert desk.told(LEAD)[-1] == "code.rolled_back 4"
