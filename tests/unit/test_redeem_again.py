"""A till that asks again, and a code that was spent before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.made import fresh
from tests.fakes.samples import order
from tests.fakes.world import World
from twofold.codes.ports import RequestKey
from twofold.contracts.errors import Conflict, DomainError, Gone, InvalidRequest
from twofold.contracts.events import CodeRedeemed
from twofold.contracts.payloads.redemptions import RollbackRequest


def a_key(asked: str = "asked") -> RequestKey:
    return RequestKey(mark=fresh("key"), fingerprint=asked)


def redeemed(world: World) -> list[CodeRedeemed]:
    return [event.data for event in world.timeline() if isinstance(event.data, CodeRedeemed)]


class TestAKey:
    def test_gets_the_first_answer_again(self, world: World):
        code, key = world.code(), a_key()
        first = world.codes.redeem(code, order(), key)
        again = world.codes.redeem(code, order(), key)
        assert (first.new, again.new, again.answer) == (True, False, first.answer)

    def test_gets_it_even_when_the_code_has_moved_on(self, world: World):
        code, key = world.code(), a_key()
        first = world.codes.redeem(code, order(), key).answer
        world.codes.roll_back(first.redemption_id, RollbackRequest(reason="returned"))
        world.codes.redeem(code, order("order-2"))
        assert world.codes.redeem(code, order(), key).answer == first
        assert len(redeemed(world)) == 2

    def test_that_stood_for_another_request_is_refused(self, world: World):
        key = a_key("asked")
        code = world.code()
        world.codes.redeem(code, order(), key)
        with pytest.raises(InvalidRequest) as raised:
            world.codes.redeem(code, order("order-2"), replace(key, fingerprint="asked otherwise"))
        assert raised.value.code == "idempotency_key_reused"
        assert len(redeemed(world)) == 1

    def test_does_not_remember_a_refusal(self, world: World):
        code, key = world.code(), a_key()
        with pytest.raises(DomainError):
            world.codes.redeem("NEVER", order(), key)
        assert world.codes.redeem(code, order(), key).new


class TestAfterARollback:
    def test_another_order_may_spend_the_code(self, world: World):
        code = world.code()
        first = world.codes.redeem(code, order("order-1")).answer
        world.codes.roll_back(first.redemption_id, RollbackRequest(reason="returned"))
        second = world.codes.redeem(code, order("order-2"))
        assert second.new
        assert second.answer.redemption_id != first.redemption_id

    def test_the_rolled_back_order_does_not_spend_it_again_by_retrying(self, world: World):
        code = world.code()
        first = world.codes.redeem(code, order()).answer
        world.codes.roll_back(first.redemption_id, RollbackRequest(reason="returned"))
        with pytest.raises(Conflict) as raised:
            world.codes.redeem(code, order())
        assert raised.value.code == "redemption_rolled_back"

    def test_an_expired_code_stays_expired(self, world: World):
        code = world.code()
        first = world.codes.redeem(code, order()).answer
        world.clock.at += timedelta(days=31)
        world.codes.roll_back(first.redemption_id, RollbackRequest(reason="returned"))
        with pytest.raises(Gone):
            world.codes.redeem(code, order("order-2"))

    def test_a_code_that_is_over_says_so_to_its_own_order_too(self, world: World):
        code = world.code()
        first = world.codes.redeem(code, order()).answer
        world.codes.roll_back(first.redemption_id, RollbackRequest(reason="returned"))
        world.clock.at += timedelta(days=31)
        with pytest.raises(Gone):
            world.codes.redeem(code, order())
