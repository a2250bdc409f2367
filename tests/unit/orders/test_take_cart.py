"""A cart is kept as it was last told of, and told of itself only where something changed for a lead."""

from datetime import timedelta

import pytest

from tests.fakes.samples import ANNA, BEN
from tests.fakes.shop import Shop, a_cart
from twofold.orders.model import Buyer

URL = "https://shop.example/checkouts/8c1f?key=secret"


def kept(shop: Shop, cart_id: str = "cart-1"):
    cart = shop.books.carts.find(cart_id)
    assert cart, "there is no such cart"
    return cart


def test_a_leads_cart_is_kept_and_told_without_where_it_goes_on(shop: Shop):
    code = shop.world.code()
    told = shop.take_cart(a_cart(code=code, url=URL))
    assert (told.matched, told.state) == (True, "open")
    (event,) = shop.events("cart.updated.v1")
    data = event.data
    assert (data.cart_id, data.amount, data.currency, data.lines) == ("cart-1", 5_000, "PLN", 2)
    assert (data.code, data.source, event.campaign_id) == (code, "api", "buffet-20")
    assert URL not in repr(event)
    assert (kept(shop).url, kept(shop).lead_id) == (URL, shop.world.lead_id())
    assert kept(shop).until == shop.world.clock() + timedelta(days=90)


def test_the_same_again_tells_nothing(shop: Shop):
    shop.world.confirmed()
    for _ in range(3):
        shop.take_cart(a_cart(buyer=Buyer(phone=ANNA)))
        shop.world.clock.forward(minutes=1)
    assert len(shop.told("cart.updated.v1")) == 1
    assert kept(shop).updated_at == shop.world.clock() - timedelta(minutes=1)


def test_a_change_is_told(shop: Shop):
    shop.world.confirmed()
    for amount in (5_000, 7_000):
        shop.take_cart(a_cart(buyer=Buyer(phone=ANNA), amount=amount))
    assert [told.amount for told in shop.told("cart.updated.v1")] == [5_000, 7_000]


def test_only_a_new_address_is_kept_and_not_told(shop: Shop):
    shop.world.confirmed()
    shop.take_cart(a_cart(buyer=Buyer(phone=ANNA)))
    shop.take_cart(a_cart(buyer=Buyer(phone=ANNA), url=URL))
    assert kept(shop).url == URL
    assert len(shop.told("cart.updated.v1")) == 1


def test_an_older_report_is_dropped(shop: Shop):
    shop.world.confirmed()
    at, buyer = shop.world.clock(), Buyer(phone=ANNA)
    shop.take_cart(a_cart(buyer=buyer, amount=7_000, updated_at=at - timedelta(minutes=1)))
    shop.take_cart(a_cart(buyer=buyer, amount=5_000, updated_at=at - timedelta(minutes=2)))
    assert kept(shop).amount == 7_000
    assert len(shop.told("cart.updated.v1")) == 1


def test_a_clock_that_is_ahead_does_not_make_later_reports_old(shop: Shop):
    shop.take_cart(a_cart(updated_at=shop.world.clock() + timedelta(days=900)))
    shop.world.clock.forward(minutes=1)
    shop.take_cart(a_cart(amount=7_000))
    assert kept(shop).amount == 7_000


def test_what_was_ordered_stays_ordered(shop: Shop):
    code = shop.world.code()
    shop.take_cart(a_cart(code=code))
    shop.order(cart_id="cart-1", codes=(code,))
    told = shop.take_cart(a_cart(code=code, amount=9_000, url=URL))
    assert (told.state, told.matched) == ("ordered", True)
    assert (kept(shop).amount, kept(shop).url) == (5_000, None)


def test_a_cart_that_is_told_after_its_order_is_ordered(shop: Shop):
    shop.order(cart_id="cart-1")
    assert shop.take_cart(a_cart()).state == "ordered"


def test_a_cart_of_nobody_we_know_is_told_to_nobody_and_leads_nowhere(shop: Shop):
    told = shop.take_cart(a_cart(buyer=Buyer(phone=BEN), url=URL))
    assert told.matched is False
    assert (kept(shop).url, kept(shop).lead_id) == (None, None)
    assert BEN not in repr(kept(shop))
    assert not shop.told("cart.updated.v1")


def test_a_cart_that_was_a_leads_stays_theirs_when_the_report_names_nobody(shop: Shop):
    code = shop.world.code()
    shop.take_cart(a_cart(code=code))
    assert shop.take_cart(a_cart(amount=7_000)).matched is True
    (_, second) = shop.told("cart.updated.v1")
    assert (second.amount, second.code) == (7_000, None)


def test_a_code_of_another_lead_makes_it_theirs(shop: Shop):
    shop.take_cart(a_cart(code=shop.world.code(ANNA)))
    shop.take_cart(a_cart(code=shop.world.code(BEN)))
    assert kept(shop).lead_id == shop.world.lead_id(BEN)
    assert len(shop.told("cart.updated.v1", BEN)) == 1


@pytest.mark.parametrize("code", ["SUMMER", "", "a#b#signup"])
def test_a_code_that_is_not_ours_is_not_kept(shop: Shop, code: str):
    shop.take_cart(a_cart(code=code or None))
    assert kept(shop).code is None
