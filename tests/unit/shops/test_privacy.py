"""What a shop's customer may ask of us."""

from typing import Any

import pytest

from tests.fakes.samples import ANNA
from tests.unit.shops.desk import Desk
from twofold.contracts.events import PrivacyRequested

SOURCE = "shopify:spice-garden.myshopify.com"
ORDER_ID = f"{SOURCE}:6200407294252"
CART_ID = f"{SOURCE}:still-open"


@pytest.fixture
def known(desk: Desk) -> Desk:
    """Anna's order, and carts of hers at this shop and at another."""
    code = desk.world.code()
    desk.tell("shopify_orders_create", code)
    desk.tell("shopify_checkouts_update", code, token="still-open")
    desk.tell("woocommerce_order_created", code)
    return desk


def of_shop(desk: Desk, subject: str = SOURCE) -> list[Any]:
    return [event.data for event in desk.world.books.upkeep.timeline(subject)]


def test_who_asks_to_be_forgotten_is_unlinked_from_this_shop_s_orders_and_carts(known: Desk):
    known.tell("shopify_customers_redact")
    order, cart = known.shop.books.orders.find(ORDER_ID), known.shop.books.carts.find(CART_ID)
    assert order
    assert order.placement
    assert order.placement.match is None
    assert cart
    assert (cart.lead_id, cart.url, cart.code) == (None, None, None)
    elsewhere = known.shop.books.carts.find("woocommerce:spices.example/shop:727")
    assert elsewhere
    assert elsewhere.lead_id == known.world.lead_id(ANNA)


def test_the_operator_is_told_once_of_the_lead(known: Desk):
    for _ in range(3):
        known.tell("shopify_customers_redact")
    assert known.told("privacy.requested.v1") == [
        PrivacyRequested(request="erasure", source=SOURCE, reference="customer:7677484597543", orders=1)
    ]


def test_the_lead_is_known_by_their_number_too(known: Desk):
    known.tell("shopify_customers_redact", orders_to_redact=[])
    assert len(known.told("privacy.requested.v1")) == 1
    cart = known.shop.books.carts.find(CART_ID)
    assert cart
    assert cart.lead_id is None


def test_a_request_for_data_is_told_and_changes_nothing(known: Desk):
    known.tell("shopify_customers_data_request")
    assert [told.request for told in known.told("privacy.requested.v1")] == ["data"]
    order = known.shop.books.orders.find(ORDER_ID)
    assert order
    assert order.placement
    assert order.placement.match


def test_of_somebody_we_do_not_know_the_shop_itself_is_told_of(desk: Desk):
    """Somebody has to answer the customer: that there is nothing."""
    desk.tell("shopify_customers_data_request")
    assert [told.reference for told in of_shop(desk)] == ["data_request:9999"]


def test_a_shop_that_leaves_is_told_of(known: Desk):
    known.tell("shopify_shop_redact")
    assert [(told.request, told.reference) for told in of_shop(known)] == [
        ("shop_erasure", "shop:91740864812")
    ]


def test_an_order_told_again_after_that_stays_nobody_s(known: Desk):
    known.tell("shopify_customers_redact")
    known.tell("shopify_orders_updated")
    order = known.shop.books.orders.find(ORDER_ID)
    assert order
    assert order.placement
    assert order.placement.match is None


@pytest.mark.parametrize("dies_at", ["tell", "unlink_cart", "unlink_order"])
def test_whoever_dies_in_between_is_made_good_by_the_next_try(
    known: Desk, monkeypatch: pytest.MonkeyPatch, dies_at: str
):
    forgetting, nameless = type(known.shop.books.forgetting), {"id": 7677484597543}
    with monkeypatch.context() as patch:
        patch.setattr(forgetting, dies_at, _die)
        with pytest.raises(AssertionError):
            known.tell("shopify_customers_redact", customer=nameless)
    known.tell("shopify_customers_redact", customer=nameless)
    order, cart = known.shop.books.orders.find(ORDER_ID), known.shop.books.carts.find(CART_ID)
    assert order
    assert order.placement
    assert cart
    assert (order.placement.match, cart.lead_id) == (None, None)
    assert len(known.told("privacy.requested.v1")) == 1


def _die(*_: Any) -> None:
    raise RuntimeError("The process is gone.")
