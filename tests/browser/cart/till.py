"""A shop's cart page with the script's one line, and an API that takes what it tells as the contract says."""

import json
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tests.browser.serving import Answered, Asked
from twofold.contracts.payloads.orders import CodeInCart

ASSET = "ast_cart"
PATH = "/v1/cart-codes"


@dataclass
class Api:
    """`status` is what reports are answered; None cuts the line."""

    scripts: dict[str, str]
    origin: str = ""
    status: int | None = 202
    taken: list[CodeInCart] = field(default_factory=list)
    tries: int = 0

    def answer(self, asked: Asked) -> Answered | None:
        if asked.path in self.scripts:
            return Answered(media="text/javascript; charset=utf-8", body=self.scripts[asked.path])
        cors = {"Access-Control-Allow-Origin": asked.headers.get("origin", "")}
        if (asked.method, asked.path) != ("POST", PATH):
            return Answered(404, "application/json", "{}", cors)
        self.tries += 1
        if self.status != 202:
            return self.status and Answered(self.status, "application/json", "{}", cors)  # type: ignore[return-value]
        told = msgspec.json.decode(asked.body, type=CodeInCart)
        self.taken.append(told)
        return Answered(202, "application/json", json.dumps({"cart_id": told.cart_id}), cors)


@dataclass
class CartPage:
    api: str
    origin: str = ""
    head: str = ""
    body: str = "<h1>Cart</h1>"
    attributes: str = ""
    nonce: str = ""
    more: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def answer(self, asked: Asked) -> Answered:
        if asked.path == "/favicon.ico":
            return Answered(204)
        about = '<meta charset="utf-8"><title>Cart</title>' + self.head
        line = f'<script src="{self.api}/cart.js" data-asset="{ASSET}" {self.attributes} {self.nonce} defer></script>'
        page = f'<!doctype html><html lang="en"><head>{about}{line}{self.more}'
        return Answered(body=f"{page}</head><body>{self.body}</body></html>", headers=self.headers)


@dataclass
class Customer:
    """Somebody at the cart page; `complaints` are errors that reached the page."""

    page: Any
    shop: CartPage
    api: Api
    complaints: list[str] = field(default_factory=list)

    def comes(self, path: str = "/cart") -> "Customer":
        self.page.goto(self.shop.origin + path)
        return self

    def told(self, times: int = 1) -> list[CodeInCart]:
        """What was told, once there is so much of it; and no more within a moment."""
        for _ in range(60):
            if len(self.api.taken) >= times:
                break
            self.page.wait_for_timeout(50)
        self.page.wait_for_timeout(150)
        assert len(self.api.taken) == times, self.api.taken
        return self.api.taken

    def says(self, **cart: Any) -> None:
        self.page.evaluate("(cart) => twofold.cart(cart)", cart)

    def has_cookies(self, **cookies: str) -> None:
        self.page.context.add_cookies(
            [{"name": name, "value": value, "url": self.shop.origin} for name, value in cookies.items()]
        )
