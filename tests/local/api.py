"""A stand-in for the API behind the shop, its codes kept in memory; and a customer before the shop, with cookies."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from yarl import URL

from infra.local.gateway.shop import application as shop
from infra.local.gateway.target import Targets
from infra.local.workspace import Workspace
from twofold.contracts.instants import now, to_second
from twofold.contracts.reasons import CODES
from twofold.contracts.routes.codes import RELEASE, RESERVE
from twofold.contracts.routes.commerce import ORDER, REFUND

SITE = "http://127.0.0.1:1"
KEY = "tf_live_key"
PERCENT = {"title": "20 % off your first buffet", "kind": "percent", "value": 20}


@dataclass
class Api:
    """`codes` by name: what it is worth; `over` says of one why it is no good any more; `down` answers nothing else.

    `held` says which cart has a code, `told` the orders as they were told first, `refunds` what was given back.
    """

    codes: dict[str, dict[str, Any]] = field(default_factory=lambda: {"BUF2345": PERCENT})
    over: dict[str, str] = field(default_factory=dict)
    held: dict[str, str] = field(default_factory=dict)
    told: dict[str, dict[str, Any]] = field(default_factory=dict)
    refunds: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    down: bool = False
    loses_answers: bool = False

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_route(RESERVE.method, RESERVE.path, self._reserve)
        app.router.add_route(RELEASE.method, RELEASE.path, self._release)
        app.router.add_route(ORDER.method, ORDER.path, self._order)
        app.router.add_route(REFUND.method, REFUND.path, self._refund)
        return app

    @property
    def spent(self) -> dict[str, dict[str, Any]]:
        """The orders that spent a code and were not given back, by the code."""
        return {
            order["codes"][0]: order
            for name, order in self.told.items()
            if "redemption_id" in order and name not in self.refunds
        }

    async def _reserve(self, request: web.Request) -> web.Response:
        if refusal := self._refusal(request):
            return refusal
        code, cart = request.match_info["code"], (await request.json())["cart_id"]
        reason = self._reason(code, cart)
        if reason:
            return problem(409, CODES.get(reason, reason))  # type: ignore[call-overload]
        again, self.held[code] = code in self.held, cart
        until = to_second(now() + timedelta(minutes=30))
        told = {"code": code, "cart_id": cart, "reserved_until": until, "discount": self.codes[code]}
        return web.json_response(told, status=200 if again else 201)

    async def _release(self, request: web.Request) -> web.Response:
        if refusal := self._refusal(request):
            return refusal
        if self.held.get(request.match_info["code"]) == request.match_info["cart_id"]:
            del self.held[request.match_info["code"]]
        return web.Response(status=204)

    async def _order(self, request: web.Request) -> web.Response:
        if refusal := self._refusal(request):
            return refusal
        body = await request.json()
        order = self.told.setdefault(body["order_id"], body | self._spend(body))
        if self.loses_answers:
            return web.Response(status=502, text="gone")
        said = {name: order[name] for name in ("redemption_id", "code_reason") if name in order}
        told = {"order_id": body["order_id"], "matched": True, "refunded": 0, "code": order["codes"][0]}
        return web.json_response(told | said, status=202)

    def _spend(self, body: dict[str, Any]) -> dict[str, str]:
        code = body["codes"][0]
        if reason := self._reason(code, body["cart_id"]):
            return {"code_reason": reason}
        self.held.pop(code, None)
        return {"redemption_id": f"{code}.2"}

    def _reason(self, code: str, cart: str) -> str | None:
        if code in self.spent:
            return "redeemed"
        return self.over.get(code) or ("reserved" if self.held.get(code, cart) != cart else None)

    async def _refund(self, request: web.Request) -> web.Response:
        if refusal := self._refusal(request):
            return refusal
        name, body = request.match_info["order_id"], await request.json()
        self.refunds.setdefault(name, body)
        told = {"order_id": name, "refund_id": body["refund_id"], "refunded": 1, "waiting": False}
        return web.json_response(told, status=202)

    def _refusal(self, request: web.Request) -> web.Response | None:
        self.asked.append((request.method, request.path))
        if self.down:
            return web.Response(status=503, text="down")
        if request.headers.get("Authorization") != f"Bearer {KEY}":
            return problem(401, "unauthorized")
        known = request.match_info.get("code", next(iter(self.codes))) in self.codes
        return None if known else problem(404, "code_not_found")


@dataclass
class Customer:
    """A browser at the shop; redirects are followed, as browsers do."""

    shop: str
    client: aiohttp.ClientSession
    api: Api

    async def get(self, path: str, **options: Any) -> tuple[int, str, aiohttp.ClientResponse]:
        return await self._send("GET", path, **options)

    async def post(self, path: str, **fields: str) -> tuple[int, str, aiohttp.ClientResponse]:
        return await self._send("POST", path, data=fields)

    async def add(self, slug: str, count: int = 1) -> str:
        """The cart, once it is in."""
        return (await self.post("/cart/add", product=slug, count=str(count)))[1]

    async def order(self, form: dict[str, str]) -> str:
        """The page that pressing the button of this form leads to."""
        return (await self.post("/orders", **form))[1]

    async def _send(self, method: str, path: str, **options: Any) -> tuple[int, str, aiohttp.ClientResponse]:
        address = URL(self.shop + path, encoded=True)
        async with self.client.request(method, address, **options) as answer:
            return answer.status, await answer.text(), answer


def order_form(cart: str) -> dict[str, str]:
    """What the button of this cart's page sends, with the first place chosen."""
    form = re.search(r'<form[^>]*action="/orders">.*?</form>', cart, re.DOTALL)
    assert form
    hidden = re.findall(r'type="hidden" name="(.*?)" value="(.*?)"', form[0])
    return {**dict(hidden), "place": "Market Square 4"}


@asynccontextmanager
async def shop_before(api: Api, folder: Path, /, **stack: Any) -> AsyncIterator[Customer]:
    """The shop as `make up` starts it; `stack` changes what is deployed."""
    behind, address = await _serve(api.application())
    told = {"site": SITE, "api": address, "phone": "http://127.0.0.1:2", "admin": "http://127.0.0.1:3"}
    Workspace(folder).write({**told, "keys": {"all": KEY}, "assets": {"widget": "ast_widget"}, **stack})
    front, address = await _serve(shop.application(Targets(Workspace(folder))))
    try:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
            yield Customer(address, client, api)
    finally:
        for runner in (front, behind):
            await runner.cleanup()


def problem(status: int, code: str) -> web.Response:
    told = {"type": "about:blank", "title": "No", "status": status, "detail": "No.", "code": code}
    return web.json_response(told, status=status)


async def _serve(app: web.Application) -> tuple[web.AppRunner, str]:
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}"
