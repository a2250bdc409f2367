"""A code for several orders, and a lead who may spend one code of several."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import msgspec
import pytest

from tests.unit.codes.desk import Desk, refused
from twofold.codes.redemption import Redemption
from twofold.contracts.errors import Conflict


class TestSeveralUses:
    def test_let_as_many_orders_and_no_more(self, desk: Desk):
        code = desk.code(uses=3)
        ids = [desk.redeem(code, f"order-{n}").redemption_id for n in range(3)]
        assert ids == [f"{code}.{version}" for version in (2, 3, 4)]
        assert refused(lambda: desk.redeem(code, "order-4")).code == "code_already_redeemed"

    def test_are_each_an_order_s_own(self, desk: Desk):
        code = desk.code(uses=3)
        first = desk.redeem(code, "order-1")
        desk.redeem(code, "order-2")
        assert desk.redeem(code, "order-1") == first
        assert desk.stored(code).uses_left == 1

    def test_leave_the_code_issued_until_the_last(self, desk: Desk):
        code = desk.code(uses=2)
        states = []
        for order_id in ("order-1", "order-2"):
            desk.redeem(code, order_id)
            states.append((desk.check(code).state, desk.check(code).valid))
        assert states == [("issued", True), ("redeemed", False)]

    def test_are_given_back_one_by_one(self, desk: Desk):
        code = desk.code(uses=2)
        spent = [desk.redeem(code, f"order-{n}").redemption_id for n in (1, 2)]
        states = []
        for redemption_id in spent:
            assert desk.roll_back(redemption_id) == "rolled_back"
            states.append(desk.stored(code).state)
        assert states == ["issued", "rolled_back"]
        assert desk.stored(code).uses_left == 2

    def test_are_not_given_back_by_a_part(self, desk: Desk):
        code = desk.code(uses=2)
        spent = desk.redeem(code, "order-1")
        desk.redeem(code, "order-2")
        assert desk.roll_back(spent.redemption_id, 1) == "redeemed"
        assert desk.stored(code).state == "redeemed"

    def test_never_let_an_order_that_went_back_spend_it_again(self, desk: Desk):
        code = desk.code(uses=2)
        desk.roll_back(desk.redeem(code, "order-1").redemption_id)
        assert refused(lambda: desk.redeem(code, "order-1")).code == "redemption_rolled_back"
        assert desk.redeem(code, "order-2")

    def test_hold_under_a_rush(self, desk: Desk):
        code = desk.code(uses=7)

        def ring_up(number: int) -> bool:
            try:
                return bool(desk.redeem(code, f"order-{number}"))
            except Conflict:
                return False

        with ThreadPoolExecutor(8) as tills:
            assert sum(tills.map(ring_up, range(40))) == 7
        assert desk.told() == [f"code.redeemed {version}" for version in range(2, 9)]


class TestOncePerLead:
    @pytest.fixture
    def pair(self, desk: Desk) -> tuple[str, str]:
        return desk.code(once_per_lead=True), desk.code(once_per_lead=True)

    def test_a_second_code_is_refused(self, desk: Desk, pair: tuple[str, str]):
        desk.redeem(pair[0])
        error = refused(lambda: desk.redeem(pair[1], "order-2"))
        assert (type(error), error.code) == (Conflict, "lead_already_redeemed")
        assert desk.check(pair[1]).reason == "lead_already_redeemed"
        assert desk.stored(pair[1]).version == 1

    def test_the_spent_one_says_that_it_is_spent(self, desk: Desk, pair: tuple[str, str]):
        desk.redeem(pair[0])
        assert desk.check(pair[0]).reason == "redeemed"
        assert desk.redeem(pair[0]), "the same order again"

    def test_a_whole_rollback_frees_the_lead(self, desk: Desk, pair: tuple[str, str]):
        spent = desk.redeem(pair[0])
        desk.roll_back(spent.redemption_id, 1)
        assert refused(lambda: desk.redeem(pair[1], "order-2")).code == "lead_already_redeemed"
        desk.roll_back(spent.redemption_id)
        assert desk.check(pair[1]).valid
        assert desk.redeem(pair[1], "order-2")

    def test_the_same_code_may_have_several_uses(self, desk: Desk):
        several, other = desk.code(once_per_lead=True, uses=2), desk.code(once_per_lead=True)
        first = desk.redeem(several, "order-1")
        second = desk.redeem(several, "order-2")
        desk.roll_back(first.redemption_id)
        assert refused(lambda: desk.redeem(other, "order-3")).code == "lead_already_redeemed"
        desk.roll_back(second.redemption_id)
        assert desk.redeem(other, "order-3")

    def test_other_leads_are_not_meant(self, desk: Desk, pair: tuple[str, str]):
        desk.redeem(pair[0])
        assert desk.redeem(desk.code(lead_id="OTHER", once_per_lead=True), "order-2")

    def test_a_code_without_the_rule_is_not_meant(self, desk: Desk, pair: tuple[str, str]):
        desk.redeem(pair[0])
        assert desk.redeem(desk.code(), "order-2")

    def test_of_many_codes_at_once_one_is_spent(self, desk: Desk):
        codes = [desk.code(once_per_lead=True) for _ in range(20)]

        def ring_up(code: str) -> str:
            try:
                return desk.redeem(code, f"order-{code}").code
            except Conflict as error:
                return error.code

        with ThreadPoolExecutor(8) as tills:
            told = list(tills.map(partial(ring_up), codes))
        assert told.count("lead_already_redeemed") == 19


def test_a_redemption_that_was_stored_before_there_were_limits_is_read():
    stored = (
        '{"redemption_id":"A.2","order_id":"o","amount":100,"currency":"PLN","at":"2026-11-01T12:00:00Z",'
        '"discount_amount":20,"location":null,"cart_id":null,"rolled_back":100,"whole":true,"reason":"cold",'
        '"rolled_back_at":"2026-11-01T13:00:00Z"}'
    )
    read = msgspec.json.decode(stored, type=Redemption)
    assert (read.counted, read.budget, read.base, read.whole) == (None, (), None, True)
