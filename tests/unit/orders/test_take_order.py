"""An order is taken in once: whose it is, and what became of its code."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import UNSET

from tests.fakes.samples import ANNA, BEN, BUFFET, order
from tests.fakes.shop import Shop, a_cart, an_order
from twofold.campaigns.offer import CodeRules
from twofold.contracts.payloads.baskets import BasketLine
from twofold.contracts.payloads.redemptions import RollbackRequest
from twofold.orders.model import Buyer


def test_an_order_with_a_code_spends_it_and_is_its_leads(shop: Shop):
    code = shop.world.code()
    told = shop.order(codes=("SUMMER", code), amount=8_000)
    assert (told.matched, told.matched_by, told.code) == (True, "code", code)
    assert (told.redemption_id, told.code_reason, told.refunded) == (f"{code}.2", UNSET, 0)
    (placed,) = shop.events("order.placed.v1")
    assert (placed.data.order_id, placed.data.amount, placed.data.currency) == ("order-1", 8_000, "PLN")
    assert (placed.data.code, placed.data.redemption_id, placed.data.source) == (code, f"{code}.2", "api")
    assert (placed.campaign_id, placed.asset_id) == ("buffet-20", "ast_landing")
    assert [told.order_id for told in shop.told("code.redeemed.v1")] == ["order-1"]


def test_a_code_as_people_type_it_is_ours(shop: Shop):
    code = shop.world.code()
    assert shop.order(codes=(f" {code[:3].lower()}-{code[3:].lower()} ",)).code == code


def test_the_same_order_again_changes_nothing_and_gets_the_same_answer(shop: Shop):
    code = shop.world.code()
    first = shop.order(codes=(code,))
    shop.world.clock.forward(days=2)
    assert shop.order(codes=(code,)) == first
    assert shop.order(codes=(), amount=1, buyer=Buyer(phone=BEN)) == first
    assert len(shop.told("order.placed.v1")) == 1
    assert len(shop.told("code.redeemed.v1")) == 1


def test_told_by_many_at_once_it_is_one_order(shop: Shop):
    code = shop.world.code()
    with ThreadPoolExecutor(8) as tellers:
        told = list(tellers.map(lambda _: shop.order(codes=(code,)), range(24)))
    assert all(one == told[0] for one in told)
    assert len(shop.told("order.placed.v1")) == 1


def test_a_code_that_is_not_good_does_not_hold_the_order_up(shop: Shop):
    code = shop.world.code()
    shop.order("order-1", codes=(code,))
    told = shop.order("order-2", codes=(code,))
    assert (told.matched, told.code, told.redemption_id, told.code_reason) == (True, code, UNSET, "redeemed")
    assert [placed.code_reason for placed in shop.told("order.placed.v1")] == [None, "redeemed"]


def test_an_expired_code_says_so_and_still_tells_whose_the_order_is(shop: Shop):
    code = shop.world.code()
    shop.world.clock.forward(days=31)
    told = shop.order(codes=(code,))
    assert (told.matched_by, told.code_reason) == ("code", "expired")


def test_of_several_codes_the_first_good_one_is_spent_and_no_other(shop: Shop):
    spent, good, spare = (shop.world.code(phone) for phone in (ANNA, BEN, "+48603456789"))
    shop.order("order-0", codes=(spent,))
    told = shop.order(codes=("NOT-OURS", spent, good, spare))
    assert (told.code, told.code_reason) == (good, UNSET)
    assert shop.code(spare).state == "issued"
    assert [e.data.order_id for e in shop.events("order.placed.v1", BEN)] == ["order-1"]


def test_an_order_told_with_its_codes_in_another_order_spends_no_second_one(shop: Shop):
    one, other = shop.world.code(ANNA), shop.world.code(BEN)
    first = shop.take_order.spend(an_order(codes=(one, other)))
    again = shop.take_order.spend(an_order(codes=(other, one)))
    assert first
    assert again
    assert first.spent == again.spent
    assert (shop.code(one).state, shop.code(other).state) == ("redeemed", "issued")


def test_not_even_when_the_first_was_taken_back_in_between(shop: Shop):
    one, other = shop.world.code(ANNA), shop.world.code(BEN)
    first = shop.take_order.spend(an_order(codes=(one,)))
    assert first
    shop.world.codes.roll_back(str(first.spent.redemption_id), RollbackRequest(reason="by hand"))
    again = shop.take_order.spend(an_order(codes=(other, one)))
    assert again
    assert again.spent == first.spent
    assert shop.code(other).state == "issued"


def test_a_code_that_a_till_has_spent_on_the_order_is_the_orders_code(shop: Shop):
    one, other = shop.world.code(ANNA), shop.world.code(BEN)
    receipt = shop.world.codes.redeem(one, order("order-1")).answer
    told = shop.order(codes=(other, one))
    assert (told.code, told.redemption_id) == (one, receipt.redemption_id)
    assert shop.code(other).state == "issued"


def test_a_code_is_judged_by_the_goods_and_not_by_what_was_left_to_pay(shop: Shop):
    rules = CodeRules(minimum=10_000)
    offer = replace(BUFFET.offer, currency="PLN", rules=rules)
    shop.world.books.upkeep.put_campaign(replace(BUFFET, offer=offer))
    code = shop.world.code()
    goods = (BasketLine(product_id="soup", amount=4_000), BasketLine(product_id="fish", amount=6_500))
    told = shop.order(codes=(code,), amount=8_400, goods=goods)
    assert told.redemption_id is not UNSET
    (redeemed,) = shop.told("code.redeemed.v1")
    assert (redeemed.amount, redeemed.discount_amount) == (10_500, 2_100)


@pytest.mark.parametrize(
    "phone", [ANNA, "48 601 234 567", "601-234-567", "+48 601 234 567", "0048601234567"], ids=range(5)
)
def test_without_a_code_an_order_is_matched_by_its_number(shop: Shop, phone: str):
    shop.world.confirmed()
    told = shop.order(buyer=Buyer(phone=phone, country="PL"))
    assert (told.matched_by, told.code) == ("phone", UNSET)
    (placed,) = shop.events("order.placed.v1")
    assert (placed.campaign_id, placed.data.code) == ("buffet-20", None)


def test_a_number_with_its_country_code_needs_no_country(shop: Shop):
    shop.world.confirmed()
    for order_id, phone in (("order-0", "0048 601 234 567"), ("order-1", "+48 601 234 567")):
        assert shop.order(order_id, buyer=Buyer(phone=phone)).matched_by == "phone"
    assert shop.order("order-2", buyer=Buyer(phone="601 234 567")).matched is False


@pytest.mark.parametrize("phone", ["none", "+48 1", "12", "☎", "+999999999999999"])
def test_a_number_that_is_none_is_nobodys(shop: Shop, phone: str):
    shop.world.confirmed()
    assert shop.order(buyer=Buyer(phone=phone, country="PL")).matched is False


def test_a_country_that_is_none_is_no_fault_of_the_order(shop: Shop):
    shop.world.confirmed()
    assert shop.order(buyer=Buyer(phone="601234567", country="XX")).matched is False


def test_the_code_says_whose_it_is_before_our_id_and_our_id_before_the_number(shop: Shop):
    code = shop.world.code(ANNA)
    shop.world.confirmed(BEN)
    ben = Buyer(lead_id=shop.world.lead_id(BEN), phone=ANNA)
    assert shop.order("order-1", codes=(code,), buyer=ben).matched_by == "code"
    assert shop.order("order-2", buyer=ben).matched_by == "lead"
    assert len(shop.told("order.placed.v1", BEN)) == 1


def test_an_order_from_a_leads_cart_is_theirs_and_closes_the_cart(shop: Shop):
    code = shop.world.code()
    shop.take_cart(a_cart(code=code, url="https://shop.example/cart/7"))
    assert shop.order(cart_id="cart-1").matched_by == "cart"
    cart = shop.books.carts.find("cart-1")
    assert cart
    assert (cart.state, cart.url) == ("ordered", None)


def test_an_order_of_nobody_we_know_is_a_bare_row_without_an_event(shop: Shop):
    shop.world.confirmed()
    told = shop.order(buyer=Buyer(phone=BEN, lead_id="lead_of_nobody"))
    assert (told.matched, told.matched_by) == (False, UNSET)
    kept = shop.books.orders.find("order-1")
    assert kept
    assert BEN not in repr(kept)
    assert kept.until == shop.world.clock() + timedelta(days=30)
    assert not shop.told("order.placed.v1")


def test_an_order_of_a_lead_is_kept_for_three_years(shop: Shop):
    shop.order(codes=(shop.world.code(),))
    kept = shop.books.orders.find("order-1")
    assert kept
    assert kept.until == shop.world.clock() + timedelta(days=3 * 365)


def test_who_was_erased_is_nobody_we_know(shop: Shop):
    code = shop.world.code()
    shop.world.books.upkeep.mark_lead(shop.world.lead_id(), "erased")
    told = shop.order(codes=(code,), buyer=Buyer(phone=ANNA))
    assert told.matched is False
    assert not shop.told("order.placed.v1")


def test_who_has_left_is_still_known(shop: Shop):
    shop.world.confirmed()
    shop.world.books.upkeep.mark_lead(shop.world.lead_id(), "opted_out")
    assert shop.order(buyer=Buyer(phone=ANNA)).matched is True
