"""However a shop's webhooks come, the same is true in the end."""

import itertools
import random

import pytest

from tests.fakes.shop_posts import SAMPLES, sample
from tests.fakes.world import World
from tests.unit.shops.desk import Desk

OF_SHOPIFY = "shopify:spice-garden.myshopify.com:6200407294252"
OF_WOO = "woocommerce:spices.example/shop:727"
LIVES = {
    OF_SHOPIFY: ("orders_create", "orders_paid", "orders_updated", "refunds_create", "orders_cancelled"),
    OF_WOO: ("order_created", "order_updated", "order_refunded", "order_cancelled"),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_taken_once_and_again(desk: Desk, name: str):
    assert [desk.post(sample(name)) for _ in range(2)] == [200, 200]


@pytest.mark.parametrize("order_id", LIVES)
def test_in_any_order_and_any_number_of_times_an_order_ends_alike(order_id: str):
    system = order_id.partition(":")[0]
    orders = list(itertools.permutations(LIVES[order_id]))
    for turn, names in enumerate(random.Random(5).sample(orders, 24)):
        desk = Desk(World())
        code, again = desk.world.code(), random.Random(turn).choices(names, k=4)
        for name in (*names, *again):
            desk.tell(f"{system}_{name}", code)
        kept = desk.shop.books.orders.find(order_id)
        assert kept
        assert kept.placement
        assert (kept.refunded, kept.whole) == (kept.placement.amount, True), names
        assert desk.shop.code(code).state == "rolled_back", names
        assert len(desk.told("order.placed.v1")) == len(desk.told("code.redeemed.v1")) == 1
        assert sum(back.amount for back in desk.told("order.refunded.v1")) == kept.placement.amount


def test_an_order_that_waits_to_be_paid_has_a_cart_until_it_is(desk: Desk):
    code = desk.world.code()
    desk.tell("woocommerce_order_created", code)
    assert [cart.code for cart in desk.told("cart.updated.v1")] == [code]
    desk.tell("woocommerce_order_updated", code)
    desk.tell("woocommerce_order_created", code)
    assert len(desk.told("cart.updated.v1")) == 1
    cart = desk.shop.books.carts.find(OF_WOO)
    assert cart
    assert (cart.state, cart.url) == ("ordered", None)


def test_a_checkout_that_is_older_than_what_we_know_is_dropped(desk: Desk):
    code = desk.world.code()
    desk.tell("shopify_checkouts_update", code)
    desk.tell("shopify_checkouts_create", code)
    assert [(cart.amount, cart.lines) for cart in desk.told("cart.updated.v1")] == [(4002, 2)]
