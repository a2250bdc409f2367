"""A stand-in for the API behind the shop, its codes kept in memory; and a customer before the shop, with cookies."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from yarl import URL

from infra.local.gateway.shop import application as shop
from infra.local.gateway.target import Targets
from infra.local.workspace import Workspace
from twofold.contracts.routes import CHECK_CODE, REDEEM

SITE = "http://127.0.0.1:1"
KEY = "tf_live_key"
PERCENT = {"title": "20 % off your first buffet", "kind": "percent", "value": 20}


@dataclass
class Api:
    """`codes` by name: what it is worth; `over` says of one why it is no good any more; `down` answers nothing else."""

    codes: dict[str, dict[str, Any]] = field(default_factory=lambda: {"BUF2345": PERCENT})
    over: dict[str, str] = field(default_factory=dict)
    spent: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[tuple[str, str, str | None]] = field(default_factory=list)
    down: bool = False
    loses_answers: bool = False

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_route(CHECK_CODE.method, CHECK_CODE.path, self._check)
        app.router.add_route(REDEEM.method, REDEEM.path, self._redeem)
        return app

    async def _check(self, request: web.Request) -> web.Response:
        if refusal := self._refusal(request):
            return refusal
        code = request.match_info["code"]
        told: dict[str, Any] = {"code": code, "state": "issued", "valid": code not in self.over}
        told |= {"campaign": {"campaign_id": "c", "brand": "b"}, "discount": self.codes[code]}
        return web.json_response(told | ({"reason": self.over[code]} if code in self.over else {}))

    async def _redeem(self, request: web.Request) -> web.Response:
        if refusal := self._refusal(request):
            return refusal
        code, body = request.match_info["code"], await request.json()
        before = self.spent.get(code)
        if code in self.over or (before and before["order_id"] != body["order_id"]):
            return problem(409, "code_already_redeemed")
        receipt = before or self._receipt(code, body)
        self.spent[code] = receipt
        if self.loses_answers:
            return web.Response(status=502, text="gone")
        return web.json_response(receipt, status=200 if before else 201)

    def _receipt(self, code: str, body: dict[str, Any]) -> dict[str, Any]:
        worth = self.codes[code]
        off = (
            {"discount_amount": body["amount"] * worth["value"] // 100} if worth["kind"] == "percent" else {}
        )
        told = {"redemption_id": f"{code}.2", "code": code, "redeemed_at": "2026-11-22T09:00:00Z"}
        return {**told, "lead_id": "l", "campaign_id": "c", "discount": worth, **body, **off}

    def _refusal(self, request: web.Request) -> web.Response | None:
        self.asked.append((request.method, request.path, request.headers.get("Idempotency-Key")))
        if self.down:
            return web.Response(status=503, text="down")
        if request.headers.get("Authorization") != f"Bearer {KEY}":
            return problem(401, "unauthorized")
        return None if request.match_info["code"] in self.codes else problem(404, "code_not_found")


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
