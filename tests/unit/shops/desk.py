"""Webhooks of shops, done one after the other as the function does them."""

import json
from dataclasses import replace
from typing import Any

from tests.fakes import shop_posts
from tests.fakes.samples import ANNA
from tests.fakes.shop import Shop
from tests.fakes.shop_posts import Posted, sample
from tests.fakes.world import World
from twofold.contracts.routes.commerce import SHOPIFY, WOOCOMMERCE
from twofold.contracts.settings import SiteSettings
from twofold.entrypoints import http
from twofold.entrypoints.shop_callbacks import ShopDesk
from twofold.orders.model import Cart, Order, PrivacyRequest, Refund
from twofold.orders.privacy import HonourPrivacy


class Desk:
    def __init__(self, world: World) -> None:
        self.world, self.shop = world, Shop(world)
        self.honour = HonourPrivacy(
            orders=self.shop.books.orders,
            forgetting=self.shop.books.forgetting,
            match=self.shop.take_order.match,
            clock=world.clock,
        )
        deeds: dict[type, Any] = {
            Cart: self.shop.take_cart,
            Order: self.shop.take_order,
            Refund: self.shop.take_refund,
            PrivacyRequest: self.honour,
        }
        self.app = http.resolver(SiteSettings(url="https://twofold.example", env="prod"))
        desk = ShopDesk(deeds)
        http.serve(self.app, SHOPIFY)(lambda: desk.take(self.app, SHOPIFY, shop_posts.SHOPIFY))
        http.serve(self.app, WOOCOMMERCE)(lambda: desk.take(self.app, WOOCOMMERCE, shop_posts.WOO))

    def post(self, told: Posted) -> int:
        """The status that the shop is answered."""
        return self.answer(told)[0]

    def answer(self, told: Posted) -> tuple[int, dict[str, Any]]:
        """Status and body."""
        event: Any = told.event()
        context: Any = None
        answered = self.app.resolve(event, context)
        return int(answered["statusCode"]), json.loads(answered["body"])

    def tell(self, name: str, code: str = "", **changes: Any) -> None:
        """A sample, with this code for its own."""
        told = sample(name)
        raw = told.raw.decode().replace("BUF-7K2M-9QXW", code).replace("buf-7k2m-9qxw", code.lower())
        told = replace(told, raw=raw.encode()).signed()
        assert self.post(told.saying(**changes) if changes else told) == 200

    def told(self, kind: str, phone: str = ANNA) -> list[Any]:
        return self.shop.told(kind, phone)
