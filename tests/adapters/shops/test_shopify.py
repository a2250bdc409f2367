"""What Shopify's webhooks mean."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.fakes.shop_posts import SHOP, Posted, sample
from twofold.adapters.shops import shopify
from twofold.contracts.errors import InvalidRequest, NotJson, Untrusted
from twofold.contracts.payloads.baskets import BasketLine
from twofold.orders.model import Buyer, Cart, Order, PrivacyRequest, Refund

SOURCE = f"shopify:{SHOP}"
ORDER_ID = f"{SOURCE}:6200407294252"
CODE = "BUF-7K2M-9QXW"


def read(name: str, **changes: Any) -> list[Any]:
    told = sample(f"shopify_{name}")
    return list((told.saying(**changes) if changes else told).read())


def one(name: str, **changes: Any) -> Any:
    (told,) = read(name, **changes)
    return told


def bag(amount: str, currency: str = "EUR") -> dict[str, Any]:
    return {"shop_money": {"amount": amount, "currency_code": currency}}


class TestCheckouts:
    def test_a_checkout_is_a_cart_with_its_code_and_the_way_back_into_it(self):
        assert one("checkouts_update") == Cart(
            cart_id=f"{SOURCE}:da4a9d115469c72cf166bfbe6c5313d1",
            source=SOURCE,
            amount=4002,
            currency="EUR",
            buyer=Buyer(phone="+48601234567", country="PL"),
            code=CODE,
            lines=2,
            url=sample("shopify_checkouts_update").body["abandoned_checkout_url"],
            updated_at=datetime(2026, 11, 22, 12, 1, 44, tzinfo=UTC),
        )

    def test_a_checkout_of_nobody_yet_is_a_cart_without_a_buyer(self):
        cart = one("checkouts_create")
        assert (cart.buyer, cart.code, cart.lines) == (Buyer(), None, 1)

    def test_a_checkout_that_became_an_order_is_over(self):
        assert read("checkouts_update", completed_at="2026-11-22T13:04:05+01:00") == []

    @pytest.mark.parametrize("url", ["javascript:alert(1)", "", "//x.example"])
    def test_a_way_back_that_is_no_web_address_is_refused(self, url: str):
        with pytest.raises(InvalidRequest) as refused:
            read("checkouts_update", abandoned_checkout_url=url)
        assert refused.value.field == "abandoned_checkout_url"


class TestOrders:
    def test_an_order_is_read_with_its_goods_before_the_discount(self):
        assert one("orders_create") == Order(
            order_id=ORDER_ID,
            source=SOURCE,
            amount=4002,
            currency="EUR",
            buyer=Buyer(phone="+48601234567", country="PL"),
            codes=(CODE,),
            cart_id=f"{SOURCE}:da4a9d115469c72cf166bfbe6c5313d1",
            goods=(
                BasketLine(product_id="9782123692332", amount=3700, quantity=2, title="Saffron threads"),
                BasketLine(product_id="9797441945900", amount=690, quantity=1, title="Sumac"),
            ),
            placed_at=datetime(2026, 11, 22, 12, 4, 5, tzinfo=UTC),
        )

    def test_created_paid_and_updated_are_the_same_order(self):
        (refunded, *_), paid, created = read("orders_updated"), one("orders_paid"), one("orders_create")
        assert created == paid == refunded

    def test_the_refunds_in_an_order_are_those_that_were_told_alone(self):
        assert read("orders_updated")[1:] == read("refunds_create")

    def test_a_cancelled_order_gives_everything_back_after_its_refunds(self):
        told = read("orders_cancelled")
        assert [getattr(each, "refund_id", "order") for each in told] == [
            "order",
            "929361464321",
            "929361464999",
            "cancelled",
        ]
        assert told[-1] == Refund(
            order_id=ORDER_ID, refund_id="cancelled", source=SOURCE, amount=None, reason="cancelled"
        )

    def test_the_order_itself_says_that_it_is_cancelled_and_no_header(self):
        told = sample("shopify_orders_create").under(shopify.TOPIC, "orders/cancelled")
        assert [type(each) for each in told.read()] == [Order]

    def test_a_parcel_s_number_is_not_the_buyer_s(self):
        gift = {"phone": None, "country_code": "PL"}
        assert one("orders_create", customer=None, billing_address=gift).buyer == Buyer()

    def test_where_nobody_pays_the_parcel_s_number_will_do(self):
        order = one("orders_create", customer=None, billing_address=None)
        assert order.buyer == Buyer(phone="+48 602 000 111", country="PL")

    @pytest.mark.parametrize("nothing", [None, [], "", {}, 7])
    def test_a_buyer_who_said_nothing_is_nobody(self, nothing: Any):
        told = dict.fromkeys(("customer", "billing_address", "shipping_address"), nothing)
        assert one("orders_create", phone=None, **told).buyer == Buyer()

    def test_yen_have_no_cents_and_dinars_three(self):
        assert one("orders_create", currency="JPY", total_price="4002").amount == 4002
        assert one("orders_create", currency="BHD", total_price="4.002").amount == 4002

    def test_what_stands_in_no_catalogue_is_a_line_all_the_same(self):
        items = [
            {"quantity": 1, "price": "5.00", "title": "Tip", "product_id": None},
            {"quantity": 0, "price": "5.00", "title": "Struck off", "product_id": 4},
        ]
        assert one("orders_create", line_items=items).goods == (
            BasketLine(product_id="Tip", amount=500, quantity=1, title="Tip"),
        )

    def test_coupons_that_can_be_none_of_ours_are_left_out(self):
        told = [{"code": code} for code in (" A-1 ", "", "x" * 101, "A-1", "B-2")]
        assert one("orders_create", discount_codes=told).codes == ("A-1", "B-2")


class TestRefunds:
    def test_a_refund_is_the_money_that_went_back_and_says_no_word_of_staff(self):
        assert one("refunds_create") == Refund(
            order_id=ORDER_ID, refund_id="929361464321", source=SOURCE, amount=552, reason="refund"
        )

    def test_goods_that_were_only_put_on_the_shelf_again_are_no_money(self):
        assert read("refunds_create", transactions=[]) == []

    @pytest.mark.parametrize(
        ("kind", "status", "counts"),
        [
            ("refund", "success", True),
            ("refund", "pending", True),
            ("refund", "failure", False),
            ("refund", "error", False),
            ("void", "success", False),
        ],
    )
    def test_only_money_that_went_or_goes_counts(self, kind: str, status: str, counts: bool):
        (sent,) = sample("shopify_refunds_create").body["transactions"]
        assert bool(read("refunds_create", transactions=[{**sent, "kind": kind, "status": status}])) is counts

    def test_what_a_customer_got_in_another_currency_is_counted_in_the_shop_s(self):
        """19.24 EUR of goods and 2.00 of shipping went back; 0.50 less, for the customer's wear."""
        told = sample("shopify_refunds_create").body
        (sent,), (line,) = told["transactions"], told["refund_line_items"]
        back = one(
            "refunds_create",
            transactions=[{**sent, "amount": "88.70", "currency": "PLN"}],
            refund_line_items=[{**line, "subtotal_set": bag("16.17"), "total_tax_set": bag("3.07")}],
            order_adjustments=[
                {"amount_set": bag("-1.63"), "tax_amount_set": bag("-0.37")},
                {"amount_set": bag("0.50")},
            ],
        )
        assert back.amount == 1924 + 200 - 50


class TestPrivacy:
    def test_a_customer_asks_for_their_data(self):
        assert one("customers_data_request") == PrivacyRequest(
            request="data",
            source=SOURCE,
            reference="data_request:9999",
            order_ids=(ORDER_ID,),
            buyer=Buyer(phone="+48601234567"),
        )

    def test_a_customer_asks_to_be_forgotten(self):
        assert one("customers_redact") == PrivacyRequest(
            request="erasure",
            source=SOURCE,
            reference="customer:7677484597543",
            order_ids=(ORDER_ID,),
            buyer=Buyer(phone="+48601234567"),
        )

    def test_a_shop_leaves(self):
        assert one("shop_redact") == PrivacyRequest(
            request="shop_erasure", source=SOURCE, reference="shop:91740864812"
        )

    @pytest.mark.parametrize("name", ["customers_data_request", "customers_redact", "shop_redact"])
    def test_nobody_speaks_for_another_shop(self, name: str):
        with pytest.raises(Untrusted):
            sample(f"shopify_{name}").under(shopify.SHOP, "other.myshopify.com").read()


BODIES = ["checkouts_update", "orders_create", "refunds_create", "customers_redact", "shop_redact"]
UNDER = ["checkouts/update", "orders/paid", "refunds/create", "customers/redact", "shop/redact"]


@pytest.mark.parametrize("name", [*BODIES, "customers_data_request"])
@pytest.mark.parametrize("topic", [*UNDER, "customers/data_request"])
def test_a_body_that_was_signed_for_one_topic_means_nothing_under_another(name: str, topic: str):
    told = sample(f"shopify_{name}")
    meant = dict(zip(BODIES, UNDER, strict=True)).get(name, "customers/data_request")
    if topic != meant:
        with pytest.raises(InvalidRequest):
            told.under(shopify.TOPIC, topic).read()


@pytest.mark.parametrize(
    "topic", ["", "products/update", "orders/fulfilled", "app/uninstalled", "ORDERS/PAID"]
)
def test_a_topic_that_is_not_ours_tells_nothing(topic: str):
    assert sample("shopify_orders_create").under(shopify.TOPIC, topic).read() == ()


@pytest.mark.parametrize(
    "shop", ["", "spice-garden.example", "a/b.myshopify.com", "x.myshopify.com\n.evil", "ż.myshopify.com"]
)
def test_a_webhook_of_no_shop_is_refused(shop: str):
    with pytest.raises(InvalidRequest) as refused:
        sample("shopify_orders_create").under(shopify.SHOP, shop).read()
    assert refused.value.field == "X-Shopify-Shop-Domain"


def signed(raw: bytes) -> Posted:
    return replace(sample("shopify_orders_create"), raw=raw).signed()


@pytest.mark.parametrize("raw", [b"", b"{", b"id=1", b'{"id":NaN}', b"\xff\xfe{}"])
def test_what_is_signed_and_no_json_says_so(raw: bytes):
    with pytest.raises(NotJson):
        signed(raw).read()


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("checkouts_update", "token"),
        ("orders_create", "id"),
        ("orders_create", "total_price"),
        ("orders_create", "currency"),
        ("refunds_create", "order_id"),
        ("refunds_create", "transactions"),
        ("customers_redact", "orders_to_redact"),
        ("customers_data_request", "data_request"),
        ("shop_redact", "shop_domain"),
    ],
)
def test_what_is_missing_is_named(name: str, missing: str):
    with pytest.raises(InvalidRequest) as refused:
        sample(f"shopify_{name}").without(missing).read()
    assert refused.value.field == missing


def test_a_webhook_of_last_year_means_what_it_meant():
    told = sample("shopify_orders_create")
    assert told.under("x-shopify-triggered-at", "2025-11-22T12:04:06Z").read() == told.read()
