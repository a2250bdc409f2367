"""What WooCommerce's webhooks mean."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.fakes.shop_posts import SITE, sample
from twofold.adapters.shops import woocommerce
from twofold.contracts.errors import InvalidRequest, Untrusted
from twofold.contracts.payloads.baskets import BasketLine
from twofold.orders.model import Buyer, Cart, Order, Refund

SOURCE = f"woocommerce:{SITE}"
ORDER_ID = f"{SOURCE}:727"
BUYER = Buyer(phone="601 234 567", country="PL")


def read(name: str = "order_updated", **changes: Any) -> list[Any]:
    told = sample(f"woocommerce_{name}")
    return list((told.saying(**changes) if changes else told).read())


def order(**changes: Any) -> Order:
    (told, *_) = read(**changes)
    assert isinstance(told, Order)
    return told


def links(address: str) -> dict[str, Any]:
    return {"self": [{"href": address}]}


def test_an_order_is_read_with_its_goods_before_the_coupon():
    assert read() == [
        Order(
            order_id=ORDER_ID,
            source=SOURCE,
            amount=15100,
            currency="PLN",
            buyer=BUYER,
            codes=("buf-7k2m-9qxw",),
            cart_id=ORDER_ID,
            goods=(BasketLine(product_id="93", amount=17000, quantity=2, title="Szafran 2 g"),),
            placed_at=datetime(2026, 11, 22, 12, 4, 5, tzinfo=UTC),
        )
    ]


@pytest.mark.parametrize("status", ["pending", "failed"])
def test_an_order_that_waits_to_be_paid_is_a_cart_that_can_still_be_paid(status: str):
    assert read("order_created", status=status) == [
        Cart(
            cart_id=ORDER_ID,
            source=SOURCE,
            amount=15100,
            currency="PLN",
            buyer=BUYER,
            code="buf-7k2m-9qxw",
            lines=1,
            url="https://spices.example/shop/checkout/order-pay/727/?pay_for_order=true&key=wc_order_made_up",
            updated_at=datetime(2026, 11, 22, 12, 4, 5, tzinfo=UTC),
        )
    ]


@pytest.mark.parametrize("status", ["processing", "on-hold", "completed", "being-packed"])
def test_an_order_on_its_way_is_an_order_whatever_a_shop_calls_it(status: str):
    assert read(status=status) == read()


@pytest.mark.parametrize("status", ["checkout-draft", "auto-draft", "draft", "new", "trash"])
def test_what_nobody_sent_off_is_nothing(status: str):
    assert read(status=status) == []


def test_a_partial_refund_comes_with_its_order_and_says_no_word_of_staff():
    assert read("order_refunded") == [
        *read(),
        Refund(order_id=ORDER_ID, refund_id="741", source=SOURCE, amount=5550, reason="refund"),
    ]


def test_a_refunded_order_has_nothing_left():
    (_, back, rest) = read("order_refunded", status="refunded")
    assert (back.amount, rest.refund_id, rest.amount) == (5550, "cancelled", None)


def test_a_cancelled_order_is_only_taken_back():
    """Most that are cancelled were never paid: as orders they would never have been."""
    assert [(each.refund_id, each.amount) for each in read("order_cancelled")] == [
        ("741", 5550),
        ("cancelled", None),
    ]


def test_what_a_plugin_takes_off_by_a_line_of_its_own_is_no_goods():
    soup = {"quantity": 1.5, "subtotal": "10.00", "product_id": 0, "variation_id": 7, "name": None}
    goods = order(
        line_items=[soup, {"quantity": 1, "subtotal": "-2.00"}, {"quantity": 0, "subtotal": "1.00"}]
    ).goods
    assert goods == (BasketLine(product_id="7", amount=1000, quantity=1, title=None),)


def test_a_refund_of_nothing_is_none():
    assert read(refunds=[{"id": 9, "reason": "", "total": "-0.00"}]) == read()


def test_a_deleted_order_moves_no_money():
    assert read("order_deleted") == []


def test_the_question_whether_somebody_is_there_is_answered_without_a_signature():
    assert read("ping") == []


@pytest.mark.parametrize(
    "raw", [b"webhook_id=", b"webhook_id=3&order=1", b"webhook_id=3\n", b"webhook_id=" + b"1" * 21]
)
def test_nothing_else_goes_without_one(raw: bytes):
    with pytest.raises(Untrusted):
        replace(sample("woocommerce_ping"), raw=raw).read()


@pytest.mark.parametrize(
    "topic", ["", "customer.created", "coupon.updated", "order.restored", "action.anything"]
)
def test_a_topic_that_is_not_ours_tells_nothing(topic: str):
    assert sample("woocommerce_order_updated").under(woocommerce.TOPIC, topic).read() == ()


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://spices.example/wp-json/wc/v3/orders/727", "spices.example"),
        ("https://Spices.Example:8443/a/b/wp-json/wc/v3/orders/727", "spices.example:8443/a/b"),
        ("https://spices.example/api/wc/v2/orders/727/", "spices.example"),
        ("https://spices.example/index.php?rest_route=/wc/v3/orders/727", "spices.example"),
        ("https://spices.example/shop/?rest_route=/wc/v3/orders/727", "spices.example/shop"),
        ("http://me:secret@spices.example/wp-json/wc/v3/orders/727", "spices.example"),
    ],
)
def test_whose_order_it_is_stands_in_its_own_address(address: str, site: str):
    assert order(_links=links(address)).source == f"woocommerce:{site}"


def test_the_header_names_the_shop_only_where_the_order_does_not():
    told = sample("woocommerce_order_updated")
    assert told.under(woocommerce.SHOP, "https://other.example/").read() == told.read()
    (bare,) = told.without("_links").under(woocommerce.SHOP, "https://Other.example/de/").read()
    assert bare.order_id == "woocommerce:other.example/de:727"


@pytest.mark.parametrize(
    "header",
    ["", "other.example", "ftp://other.example/", "https://", "https://[::1", "https://x/" + "a" * 90],
)
def test_an_order_of_no_shop_is_refused(header: str):
    told = sample("woocommerce_order_updated").without("_links").under(woocommerce.SHOP, header)
    with pytest.raises(InvalidRequest) as refused:
        told.read()
    assert refused.value.field == "_links"


@pytest.mark.parametrize("told", [None, "", "javascript:alert(1)", "https://x.example/" + "a" * 2048])
def test_a_page_to_pay_on_that_is_none_is_left_out(told: Any):
    (cart,) = read("order_created", payment_url=told)
    assert cart.url is None


def test_a_shop_that_shows_no_decimals_or_more_than_money_has_is_read_alike():
    assert order(total="151").amount == 15100
    assert order(total="151.0049").amount == 15100
    assert order(currency="CLP", total="15100").amount == 15100


@pytest.mark.parametrize("billing", [None, [], {"phone": ""}, {"phone": "ask me"}, {"phone": 601234567}])
def test_a_buyer_without_a_number_is_nobody(billing: Any):
    assert order(billing=billing).buyer == Buyer()


def test_a_country_that_is_none_is_left_out():
    assert order(billing={"phone": "601 234 567", "country": "Poland"}).buyer == Buyer(phone="601 234 567")


def test_an_older_woocommerce_tells_no_times_and_no_links():
    told = sample("woocommerce_order_created").body
    older = {k: v for k, v in told.items() if not k.endswith("_gmt") and k not in ("_links", "payment_url")}
    (cart,) = sample("woocommerce_order_created").with_body(older).read()
    assert (cart.source, cart.updated_at, cart.url) == (SOURCE, None, None)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"id": 0}, "id"),
        ({"id": "727"}, "id"),
        ({"currency": "zł"}, "currency"),
        ({"total": "-1.00"}, "total"),
        ({"total": 151.0}, "total"),
        ({"status": ""}, "status"),
        ({"refunds": [{"id": 1, "total": "five"}]}, "refunds.total"),
        ({"line_items": [{"quantity": 1, "subtotal": "x"}]}, "line_items[0].subtotal"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_field(changes: dict[str, Any], field: str):
    with pytest.raises(InvalidRequest) as refused:
        read(**changes)
    assert refused.value.field == field
