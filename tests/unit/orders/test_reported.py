"""Partners' reports become our own types, and never touch what shop systems told."""

from typing import Any

import pytest

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.baskets import BasketLine
from twofold.contracts.payloads.orders import CartReport, OrderReport, RefundReport
from twofold.orders.model import Buyer
from twofold.orders.reported import cart_told, order_told, refund_told

MONEY: dict[str, Any] = {"amount": 100, "currency": "PLN"}
LINE = BasketLine(product_id="soup", amount=100)


def test_a_cart_is_read():
    report = CartReport(
        cart_id="7",
        phone="601",
        country="PL",
        lead_id="L",
        code="C",
        items=(LINE,),
        url="https://a/b",
        **MONEY,
    )
    cart = cart_told(report)
    assert (cart.cart_id, cart.source, cart.amount, cart.currency) == ("7", "api", 100, "PLN")
    assert (cart.buyer, cart.code, cart.lines) == (Buyer(lead_id="L", phone="601", country="PL"), "C", 1)
    assert cart.url == "https://a/b"


def test_an_order_is_read():
    report = OrderReport(order_id="7", codes=("A",), cart_id="c", location="till", items=(LINE,), **MONEY)
    order = order_told(report)
    assert (order.order_id, order.source, order.amount, order.codes) == ("7", "api", 100, ("A",))
    assert (order.cart_id, order.location, order.goods, order.basket) == ("c", "till", (LINE,), 100)


def test_a_refund_is_read():
    refund = refund_told("7", RefundReport(refund_id="r", amount=3, reason="cold"))
    assert (refund.order_id, refund.refund_id, refund.amount, refund.reason) == ("7", "r", 3, "cold")


@pytest.mark.parametrize("begins", ["shopify:", "woocommerce:"])
def test_an_id_of_a_shop_system_is_refused(begins: str):
    theirs = f"{begins}shop.example:7"
    for field, read in (
        ("cart_id", lambda: cart_told(CartReport(cart_id=theirs, **MONEY))),
        ("order_id", lambda: order_told(OrderReport(order_id=theirs, **MONEY))),
        ("cart_id", lambda: order_told(OrderReport(order_id="7", cart_id=theirs, **MONEY))),
        ("order_id", lambda: refund_told(theirs, RefundReport(refund_id="r"))),
    ):
        with pytest.raises(InvalidRequest) as raised:
            read()
        assert (raised.value.code, raised.value.field) == ("id_of_a_shop", field)


@pytest.mark.parametrize("order_id", ["", "x" * 129])
def test_an_id_in_the_address_has_a_length(order_id: str):
    with pytest.raises(InvalidRequest) as raised:
        refund_told(order_id, RefundReport(refund_id="r"))
    assert raised.value.field == "order_id"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "/cart", "https://", "ftp://a/b", "https://[", "data:,x"]
)
def test_a_cart_leads_to_an_address_of_the_web(url: str):
    with pytest.raises(InvalidRequest) as raised:
        cart_told(CartReport(cart_id="7", url=url, **MONEY))
    assert raised.value.field == "url"
