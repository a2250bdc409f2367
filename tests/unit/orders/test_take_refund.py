"""Money that went back is counted once, before or after its order, and the code follows it."""

import pytest

from tests.fakes.samples import ANNA
from tests.fakes.shop import Shop
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.baskets import BasketLine
from twofold.contracts.payloads.redemptions import RollbackRequest
from twofold.orders.model import Buyer, Refund
from twofold.orders.take_refund import MOST_REFUNDS


@pytest.fixture
def code(shop: Shop) -> str:
    return shop.world.code()


def taken_back(shop: Shop) -> list[tuple[int, bool]]:
    return [(told.amount, told.whole) for told in shop.told("code.rolled_back.v1")]


def refunded(shop: Shop) -> list[tuple[str, int, int, bool]]:
    told = shop.told("order.refunded.v1")
    return [(refund.refund_id, refund.amount, refund.refunded, refund.whole) for refund in told]


def test_a_part_that_goes_back_is_taken_back_from_the_redemption(shop: Shop, code: str):
    shop.order(codes=(code,))
    told = shop.refund("r1", 4_000)
    assert (told.refunded, told.waiting) == (4_000, False)
    assert refunded(shop) == [("r1", 4_000, 4_000, False)]
    assert taken_back(shop) == [(4_000, False)]
    assert shop.code(code).state == "redeemed"


def test_a_refund_told_again_counts_once(shop: Shop, code: str):
    shop.order(codes=(code,))
    first = shop.refund("r1", 4_000)
    shop.world.clock.forward(days=60)
    assert shop.refund("r1", 4_000) == first
    assert shop.refund("r1", 9_000) == first
    assert (len(refunded(shop)), len(taken_back(shop))) == (1, 1)


def test_a_refund_told_again_counts_once_when_its_key_is_forgotten(shop: Shop, code: str):
    shop.order(codes=(code,))
    shop.refund("r1", 4_000)
    shop.world.books.codes.memory.answers.clear()  # type: ignore[attr-defined]
    shop.refund("r1", 4_000)
    shop.refund("r2", 1_000)
    assert taken_back(shop) == [(4_000, False), (1_000, False)]


def test_of_what_is_given_back_already_nothing_is_kept(shop: Shop, code: str):
    shop.order(codes=(code,))
    shop.cancel()
    before = shop.books.orders.find("order-1")
    assert shop.refund("r1", 4_000).refunded == 10_000
    assert shop.books.orders.find("order-1") == before


def test_the_whole_frees_the_code(shop: Shop, code: str):
    shop.order(codes=(code,))
    shop.refund("r1", 4_000)
    told = shop.refund("r2")
    assert told.refunded == 10_000
    assert refunded(shop)[-1] == ("r2", 6_000, 10_000, True)
    assert taken_back(shop) == [(4_000, False), (6_000, True)]
    assert shop.world.codes.check(code).valid


def test_more_than_is_left_is_what_is_left(shop: Shop, code: str):
    shop.order(codes=(code,))
    shop.refund("r1", 7_000)
    assert shop.refund("r2", 7_000).refunded == 10_000
    assert shop.refund("r3", 1).refunded == 10_000
    assert refunded(shop) == [("r1", 7_000, 7_000, False), ("r2", 3_000, 10_000, True)]


def test_a_cancelled_order_gives_back_all_that_is_left(shop: Shop, code: str):
    shop.order(codes=(code,))
    shop.refund("r1", 2_500)
    assert shop.cancel().refunded == 10_000
    assert shop.cancel().refunded == 10_000
    assert refunded(shop)[-1] == ("cancelled", 7_500, 10_000, True)
    assert shop.code(code).state == "rolled_back"


def test_a_refund_waits_for_its_order_and_is_told_with_it(shop: Shop, code: str):
    early = shop.refund("r1", 4_000)
    assert (early.refunded, early.waiting) == (4_000, True)
    assert not shop.told("order.refunded.v1")
    told = shop.order(codes=(code,))
    assert (told.refunded, told.matched) == (4_000, True)
    assert refunded(shop) == [("r1", 4_000, 4_000, False)]
    assert taken_back(shop) == [(4_000, False)]
    again = shop.refund("r1", 4_000)
    assert (again.refunded, again.waiting) == (4_000, False)


def test_an_order_that_was_cancelled_before_it_came_leaves_its_code_free(shop: Shop, code: str):
    shop.cancel()
    told = shop.order(codes=(code,))
    assert (told.refunded, told.redemption_id) == (10_000, f"{code}.2")
    assert shop.code(code).state == "rolled_back"
    assert shop.order(codes=(code,)) == told


def test_an_order_whose_code_is_free_again_does_not_spend_it_when_told_again(shop: Shop, code: str):
    shop.order(codes=(code,))
    shop.cancel()
    shop.order(codes=(code,))
    assert shop.world.codes.check(code).valid
    assert len(shop.told("code.redeemed.v1")) == 1


def test_parts_of_an_order_are_the_same_parts_of_the_goods(shop: Shop, code: str):
    goods = (BasketLine(product_id="soup", amount=10_000),)
    shop.order(codes=(code,), amount=7_999, goods=goods)
    for refund_id, amount in (("r1", 1), ("r2", 2_666), ("r3", 5_331)):
        shop.refund(refund_id, amount)
    shop.refund("r4")
    assert taken_back(shop) == [(1, False), (3_333, False), (6_664, False), (2, True)]
    assert shop.code(code).state == "rolled_back"


def test_what_a_till_took_back_already_holds_no_refund_up(shop: Shop, code: str):
    told = shop.order(codes=(code,))
    shop.world.codes.roll_back(str(told.redemption_id), RollbackRequest(reason="till", amount=9_000))
    assert shop.refund("r1", 4_000).refunded == 4_000
    assert shop.refund("r2").refunded == 10_000
    assert shop.code(code).state == "rolled_back"


def test_an_order_without_a_code_has_its_refunds_told(shop: Shop, code: str):
    shop.order(buyer=Buyer(phone=ANNA))
    shop.refund("r1", 4_000)
    assert refunded(shop) == [("r1", 4_000, 4_000, False)]
    assert taken_back(shop) == []


def test_refunds_of_nobody_we_know_are_kept_and_not_told(shop: Shop, code: str):
    shop.order(buyer=Buyer(phone="+48602345678"))
    assert shop.refund("r1", 4_000).refunded == 4_000
    assert shop.world.books.ledger.since("", shop.world.clock.at.replace(year=2027), 999)
    assert not refunded(shop)


def test_an_order_that_cost_nothing_is_whole_once_it_is_cancelled(shop: Shop, code: str):
    shop.order(codes=(code,), amount=0, goods=(BasketLine(product_id="soup", amount=0),))
    shop.cancel()
    assert refunded(shop) == [("cancelled", 0, 0, True)]
    assert shop.code(code).state == "rolled_back"


def test_a_refund_of_nothing_is_nothing(shop: Shop, code: str):
    shop.order(codes=(code,))
    assert shop.refund("r1", 0).refunded == 0
    assert not refunded(shop)


def test_an_order_has_so_many_refunds_and_no_more(shop: Shop, code: str):
    for number in range(MOST_REFUNDS):
        shop.refund(f"r{number}", 1)
    with pytest.raises(InvalidRequest) as raised:
        shop.refund("one more", 1)
    assert (raised.value.code, raised.value.field) == ("too_many_refunds", "refund_id")
    assert shop.order(codes=(code,)).refunded == MOST_REFUNDS


def test_a_long_reason_is_cut(shop: Shop, code: str):
    shop.order(codes=(code,))
    shop.take_refund(Refund(order_id="order-1", refund_id="r1", source="api", amount=1, reason="ż" * 500))
    assert [len(told.reason) for told in shop.told("order.refunded.v1")] == [100]


def test_of_an_order_that_the_code_has_paid_for_nothing_goes_back(shop: Shop, code: str):
    lines = (BasketLine(product_id="soup", amount=10_000),)
    shop.order(codes=(code,), amount=0, goods=lines)
    for _ in range(2):
        assert shop.refund("r1", 500).refunded == 0
    assert taken_back(shop) == []
    assert shop.code(code).state == "redeemed"
