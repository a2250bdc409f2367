"""A redemption is taken back, wholly or in part."""

import pytest

from tests.fakes.made import fresh
from tests.fakes.samples import order
from tests.fakes.world import World
from twofold.codes.ports import RequestKey
from twofold.contracts.errors import Conflict, InvalidRequest, NotFound
from twofold.contracts.events import CodeRolledBack
from twofold.contracts.payloads.redemptions import RedemptionReceipt, RollbackReceipt, RollbackRequest

WHOLE = RollbackRequest(reason="returned")


def part(amount: int) -> RollbackRequest:
    return RollbackRequest(reason="cold soup", amount=amount)


@pytest.fixture
def receipt(world: World) -> RedemptionReceipt:
    return world.codes.redeem(world.code(), order(amount=10_000)).answer


def taken_back(world: World) -> list[CodeRolledBack]:
    found = [event.data for event in world.timeline() if isinstance(event.data, CodeRolledBack)]
    return sorted(found, key=lambda data: data.rolled_back)


def answer(world: World, receipt: RedemptionReceipt, request: RollbackRequest) -> RollbackReceipt:
    return world.codes.roll_back(receipt.redemption_id, request).answer


def test_the_whole_frees_the_code(world: World, receipt: RedemptionReceipt):
    told = answer(world, receipt, WHOLE)
    assert (told.state, told.rolled_back, told.currency) == ("rolled_back", 10_000, "PLN")
    (event,) = taken_back(world)
    assert (event.amount, event.rolled_back, event.whole, event.reason) == (10_000, 10_000, True, "returned")
    assert world.codes.check(receipt.code).valid


def test_a_part_leaves_the_code_spent(world: World, receipt: RedemptionReceipt):
    told = answer(world, receipt, part(4_000))
    assert (told.state, told.rolled_back) == ("redeemed", 4_000)
    assert not world.codes.check(receipt.code).valid


def test_parts_add_up_to_the_whole(world: World, receipt: RedemptionReceipt):
    states = []
    for amount in (4_000, 4_000, 2_000):
        world.clock.forward(minutes=1)
        states.append(answer(world, receipt, part(amount)).state)
    assert states == ["redeemed", "redeemed", "rolled_back"]
    assert [(e.amount, e.rolled_back, e.whole) for e in taken_back(world)] == [
        (4_000, 4_000, False),
        (4_000, 8_000, False),
        (2_000, 10_000, True),
    ]


def test_the_rest_is_taken_back_when_no_amount_is_said(world: World, receipt: RedemptionReceipt):
    answer(world, receipt, part(1))
    assert answer(world, receipt, WHOLE).state == "rolled_back"
    assert taken_back(world)[-1].amount == 9_999


def test_the_whole_again_gets_the_same_receipt(world: World, receipt: RedemptionReceipt):
    first = answer(world, receipt, WHOLE)
    world.clock.forward(days=1)
    again = world.codes.roll_back(receipt.redemption_id, WHOLE)
    assert (again.new, again.answer) == (False, first)
    assert len(taken_back(world)) == 1


@pytest.mark.parametrize("amounts", [(10_001,), (6_000, 4_001), (10_000, 1)])
def test_more_than_is_left_cannot_be_taken_back(
    world: World, receipt: RedemptionReceipt, amounts: tuple[int, ...]
):
    for amount in amounts[:-1]:
        answer(world, receipt, part(amount))
    with pytest.raises(Conflict) as raised:
        answer(world, receipt, part(amounts[-1]))
    assert raised.value.code == "rollback_too_large"
    assert len(taken_back(world)) == len(amounts) - 1


def test_a_part_without_a_key_is_another_part(world: World, receipt: RedemptionReceipt):
    answer(world, receipt, part(3_000))
    assert answer(world, receipt, part(3_000)).rolled_back == 6_000


def test_a_part_with_a_key_is_taken_back_once(world: World, receipt: RedemptionReceipt):
    key = RequestKey(mark=fresh("key"), fingerprint="asked")
    first = world.codes.roll_back(receipt.redemption_id, part(3_000), key)
    again = world.codes.roll_back(receipt.redemption_id, part(3_000), key)
    assert (first.new, again.new, again.answer) == (True, False, first.answer)
    assert len(taken_back(world)) == 1


def test_a_key_gets_its_answer_although_nothing_is_left(world: World, receipt: RedemptionReceipt):
    key = RequestKey(mark=fresh("key"), fingerprint="asked")
    first = world.codes.roll_back(receipt.redemption_id, part(10_000), key)
    again = world.codes.roll_back(receipt.redemption_id, part(10_000), key)
    assert (again.new, again.answer) == (False, first.answer)


def test_a_key_of_another_request_is_refused(world: World, receipt: RedemptionReceipt):
    key = RequestKey(mark=fresh("key"), fingerprint="asked")
    world.codes.roll_back(receipt.redemption_id, part(3_000), key)
    other = RequestKey(mark=key.mark, fingerprint="asked otherwise")
    with pytest.raises(InvalidRequest):
        world.codes.roll_back(receipt.redemption_id, part(4_000), other)
    assert len(taken_back(world)) == 1


def test_the_redemption_before_cannot_be_taken_back_through_the_one_after(
    world: World, receipt: RedemptionReceipt
):
    first = answer(world, receipt, WHOLE)
    world.codes.redeem(receipt.code, order("order-2"))
    assert answer(world, receipt, WHOLE) == first
    with pytest.raises(Conflict):
        answer(world, receipt, part(1))
    assert not world.codes.check(receipt.code).valid
    assert len(taken_back(world)) == 1


def test_an_order_of_long_ago_never_spends_the_code_again(world: World, receipt: RedemptionReceipt):
    answer(world, receipt, WHOLE)
    answer(world, world.codes.redeem(receipt.code, order("order-2")).answer, WHOLE)
    with pytest.raises(Conflict) as raised:
        world.codes.redeem(receipt.code, order(receipt.order_id))
    assert raised.value.code == "redemption_rolled_back"
    assert world.codes.check(receipt.code).valid


@pytest.mark.parametrize("wanted", ["never", "NEVER.2", ".2", "2."])
def test_a_redemption_that_never_was_is_not_found(world: World, wanted: str):
    with pytest.raises(NotFound):
        world.codes.roll_back(wanted, WHOLE)


def test_a_code_that_was_never_spent_has_nothing_to_take_back(world: World):
    with pytest.raises(NotFound) as raised:
        world.codes.roll_back(f"{world.code()}.2", WHOLE)
    assert raised.value.code == "redemption_not_found"
