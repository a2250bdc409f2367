"""Webhooks of shops, from what API Gateway hands over to what is stored and told."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from tests.fakes import sample_events
from tests.fakes.shop_posts import SAMPLES, SHOP, SITE, Posted, sample
from tests.fakes.tables import SETTINGS
from tests.functions.booted import Context
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.orders import DynamoOrderBook
from twofold.codes.model import DiscountCode
from twofold.codes.tidy import tidy
from twofold.contracts.routes.commerce import SHOPIFY
from twofold.contracts.settings import SecretSettings, SiteSettings
from twofold.entrypoints import http
from twofold.entrypoints.shop_callbacks import ShopDesk
from twofold.orders.kept import KeptOrder

OF_SHOPIFY, OF_WOO = f"shopify:{SHOP}:6200407294252", f"woocommerce:{SITE}:727"
PEOPLE = ("601234567", "601 234 567", "602 000 111", "zaneta", "Wymy", "Żaneta", "owa 7")


class Shops:
    def __init__(self, house: House) -> None:
        self.house = house
        house.boot("record_orders")

    def post(self, told: Posted) -> Answered:
        return self.house.ask("record_orders", told.event())

    def tell(self, name: str, code: str | None = None, **changes: Any) -> Answered:
        """A sample, with this code for the one that it has, signed anew."""
        told = sample(name)
        if code:
            raw = told.raw.decode().replace("BUF-7K2M-9QXW", code).replace("buf-7k2m-9qxw", code.lower())
            told = replace(told, raw=raw.encode()).signed()
        answered = self.post(told.saying(**changes) if changes else told)
        assert answered.status == 200, answered.text
        return answered

    def kept(self, order_id: str) -> KeptOrder:
        found = DynamoOrderBook(connect(SETTINGS)).find(order_id)
        assert found, "there is no such order"
        return found

    def code(self, code: str) -> DiscountCode:
        return DynamoCodeBook(connect(SETTINGS)).find(tidy(code))

    def told(self, kind: str) -> list[dict[str, Any]]:
        rows = [json.loads(row["event"]) for row in self.house.ledger()]
        return [row["data"] for row in rows if row["type"] == kind]


@pytest.fixture
def shops(house: House) -> Shops:
    return Shops(house)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_taken_as_it_stands(shops: Shops, name: str):
    answered = shops.house.ask("record_orders", sample_events.read(f"callbacks/{name}"))
    assert (answered.status, answered.text, answered.headers["cache-control"]) == (200, "{}", "no-store")


class TestShopify:
    def test_a_lead_s_order_spends_their_code_and_a_refund_takes_it_back(self, shops: Shops):
        code = shops.house.code()
        shops.tell("shopify_checkouts_create")
        shops.tell("shopify_checkouts_update", code)
        (cart,) = shops.told("cart.updated.v1")
        assert (cart["amount"], cart["lines"], cart["code"]) == (4002, 2, code)
        shops.tell("shopify_orders_create", code)
        (placed,) = shops.told("order.placed.v1")
        assert (placed["order_id"], placed["matched_by"], placed["source"]) == (
            OF_SHOPIFY,
            "code",
            f"shopify:{SHOP}",
        )
        assert shops.code(code).state == "redeemed"
        shops.tell("shopify_refunds_create")
        (back,) = shops.told("order.refunded.v1")
        assert (back["amount"], back["whole"], shops.code(code).state) == (552, False, "redeemed")
        shops.tell("shopify_orders_cancelled", code)
        assert [back["amount"] for back in shops.told("order.refunded.v1")] == [552, 3450]
        assert (shops.kept(OF_SHOPIFY).whole, shops.code(code).state) == (True, "rolled_back")

    def test_without_our_code_it_is_the_number_s(self, shops: Shops):
        shops.house.confirmed("+48601234567")
        shops.tell("shopify_orders_paid")
        (placed,) = shops.told("order.placed.v1")
        assert (placed["matched_by"], placed["code"]) == ("phone", None)

    def test_created_paid_and_updated_any_number_of_times_are_one_order(self, shops: Shops):
        code = shops.house.code()
        for name in ("orders_paid", "orders_create", "orders_updated", "orders_create", "refunds_create"):
            shops.tell(f"shopify_{name}", code)
        assert len(shops.told("order.placed.v1")) == len(shops.told("code.redeemed.v1")) == 1
        assert len(shops.told("order.refunded.v1")) == 1

    def test_a_refund_may_come_before_its_order(self, shops: Shops):
        code = shops.house.code()
        shops.tell("shopify_refunds_create")
        assert shops.told("order.refunded.v1") == []
        shops.tell("shopify_orders_create", code)
        (back,) = shops.told("order.refunded.v1")
        assert (back["amount"], shops.kept(OF_SHOPIFY).refunded) == (552, 552)

    def test_an_order_of_nobody_we_know_is_told_to_nobody(self, shops: Shops):
        before = len(shops.house.ledger())
        shops.tell("shopify_orders_create")
        assert len(shops.house.ledger()) == before

    def test_the_same_webhook_under_another_shop_s_name_is_another_shop_s_order(self, shops: Shops):
        """One app may serve several shops with one secret; where that is not so, a secret is bound to its shop."""
        shops.post(sample("shopify_orders_create").under("x-shopify-shop-domain", "other.myshopify.com"))
        assert shops.kept("shopify:other.myshopify.com:6200407294252")


class TestWooCommerce:
    def test_an_order_that_waits_to_be_paid_is_a_cart_and_then_an_order(self, shops: Shops):
        code = shops.house.code()
        shops.tell("woocommerce_order_created", code)
        (cart,) = shops.told("cart.updated.v1")
        assert (cart["cart_id"], cart["code"], cart["source"]) == (OF_WOO, code, f"woocommerce:{SITE}")
        assert shops.told("order.placed.v1") == []
        shops.tell("woocommerce_order_updated", code)
        (placed,) = shops.told("order.placed.v1")
        assert (placed["order_id"], placed["amount"], placed["cart_id"]) == (OF_WOO, 15100, OF_WOO)
        assert shops.code(code).state == "redeemed"

    def test_a_refund_and_a_cancellation_come_with_the_order(self, shops: Shops):
        code = shops.house.code()
        shops.tell("woocommerce_order_updated", code)
        shops.tell("woocommerce_order_refunded", code)
        shops.tell("woocommerce_order_refunded", code)
        shops.tell("woocommerce_order_cancelled", code)
        assert [back["amount"] for back in shops.told("order.refunded.v1")] == [5550, 9550]
        assert shops.code(code).state == "rolled_back"

    def test_whichever_comes_first_the_end_is_the_same(self, shops: Shops):
        code = shops.house.code()
        for name in ("order_cancelled", "order_refunded", "order_deleted", "order_updated", "order_created"):
            shops.tell(f"woocommerce_{name}", code)
        kept = shops.kept(OF_WOO)
        assert (kept.refunded, kept.whole, shops.code(code).state) == (15100, True, "rolled_back")
        assert shops.told("cart.updated.v1") == []


class TestPrivacy:
    def test_a_customer_who_asks_is_forgotten_in_orders_and_carts_and_the_operator_is_told(
        self, shops: Shops
    ):
        code = shops.house.code()
        shops.tell("shopify_checkouts_update", code, token="another-checkout")
        shops.tell("shopify_orders_create", code)
        for _ in range(2):
            shops.tell("shopify_customers_redact")
        (told,) = shops.told("privacy.requested.v1")
        assert told == {
            "request": "erasure",
            "source": f"shopify:{SHOP}",
            "reference": "customer:7677484597543",
            "orders": 1,
        }
        placement = shops.kept(OF_SHOPIFY).placement
        assert placement
        assert placement.match is None
        carts = {row["cart_id"]: row for row in shops.house.aws.rows("carts")}
        left = carts[f"shopify:{SHOP}:another-checkout"]
        assert not {"lead_id", "url", "code"} & set(left)

    def test_a_request_for_data_and_a_shop_that_leaves_are_told_and_change_nothing(self, shops: Shops):
        code = shops.house.code()
        shops.tell("shopify_orders_create", code)
        shops.tell("shopify_customers_data_request")
        shops.tell("shopify_shop_redact")
        assert [told["request"] for told in shops.told("privacy.requested.v1")] == ["data", "shop_erasure"]
        assert shops.kept(OF_SHOPIFY).placement.match  # type: ignore[union-attr]


class TestRefusals:
    @pytest.mark.parametrize("name", ["shopify_orders_create", "woocommerce_order_updated"])
    def test_what_nobody_signed_changes_nothing(self, shops: Shops, name: str):
        answered = shops.post(sample(name).signed(b"guessed"))
        assert (answered.status, answered.json["code"]) == (401, "untrusted")
        assert shops.house.aws.rows("orders") == []

    def test_what_is_signed_and_cannot_be_read_names_its_field(self, shops: Shops):
        answered = shops.post(sample("shopify_orders_create").saying(total_price="much"))
        assert (answered.status, answered.json["errors"][0]["field"]) == (422, "total_price")

    def test_a_body_that_is_too_large_is_not_even_looked_at(self, shops: Shops):
        told = replace(sample("shopify_orders_create"), raw=b" " * (1024 * 1024 + 1)).signed()
        assert shops.post(told).status == 413

    def test_a_topic_that_is_not_ours_is_fine(self, shops: Shops):
        told = sample("shopify_orders_create").under("x-shopify-topic", "products/update")
        assert shops.post(told).status == 200
        assert shops.house.aws.rows("orders") == []


@pytest.mark.usefixtures("shops")
def test_where_no_shop_is_connected_there_is_nothing(monkeypatch: pytest.MonkeyPatch):
    from twofold.wiring import shop_callbacks

    for field in ("shopify", "woocommerce"):
        monkeypatch.delenv(SecretSettings.variable(field))
    assert (shop_callbacks.shopify(), shop_callbacks.woocommerce()) == (None, None)
    app = http.resolver(SiteSettings(url="https://twofold.example", env="prod"))
    http.serve(app, SHOPIFY)(lambda: ShopDesk({}).take(app, SHOPIFY, shop_callbacks.shopify()))
    context: Any = Context()
    told = app.resolve(sample_events.read("callbacks/shopify_orders_create"), context)
    assert (told["statusCode"], json.loads(told["body"])["code"]) == (404, "not_found")


@pytest.mark.parametrize("name", SAMPLES)
def test_no_person_is_named_in_logs_events_or_answers(shops: Shops, log: io.StringIO, name: str):
    shops.house.confirmed("+48601234567")
    answered = shops.tell(name)
    told = "".join(row["event"] for row in shops.house.ledger()) + answered.text + log.getvalue()
    assert not [person for person in PEOPLE if person in told]
    assert "not-a-key" not in told
