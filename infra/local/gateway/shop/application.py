"""The shop's address: its pages, its cart, its orders."""

from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
from aiohttp import web

from infra.local.gateway.shop import cart, counter, forms, orders, receipt
from infra.local.gateway.shop.layout import page
from infra.local.gateway.shop.markup import FOLDER, fill
from infra.local.gateway.shop.store import STORE, Store
from infra.local.gateway.shop.till import Till
from infra.local.gateway.target import Targets

PATIENCE = aiohttp.ClientTimeout(total=20, connect=2)
"""Seconds that a customer waits for the API."""

NOT_HERE = "There is nothing here. The shelves are on the first page."
TOO_LARGE = "That was more than a form of this shop holds."

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def application(targets: Targets) -> web.Application:
    app = web.Application(client_max_size=forms.LARGEST, middlewares=[_in_plain_words])
    app.cleanup_ctx.append(_with_shop(targets))
    app.router.add_get("/", counter.front)
    app.router.add_get("/shop.css", _style)
    app.router.add_get("/menu", counter.menu)
    app.router.add_get("/table", counter.table)
    app.router.add_get("/products/{slug}", counter.product)
    app.router.add_get("/cart", cart.show)
    app.router.add_post("/cart/add", cart.add)
    app.router.add_post("/cart/change", cart.change)
    app.router.add_post("/cart/code", cart.apply)
    app.router.add_post("/cart/code/removal", cart.remove_code)
    # A HEAD is a preview's, which applies nothing to anybody's cart.
    app.router.add_get(r"/discount/{code:[\s\S]+}", cart.follow, allow_head=False)
    app.router.add_post("/orders", orders.order)
    app.router.add_get("/orders/{order_id}", receipt.show)
    app.router.add_post("/orders/{order_id}/return", receipt.give_back)
    return app


def _with_shop(targets: Targets) -> Callable[[web.Application], AsyncIterator[None]]:
    async def opened(app: web.Application) -> AsyncIterator[None]:
        async with aiohttp.ClientSession(timeout=PATIENCE, cookie_jar=aiohttp.DummyCookieJar()) as client:
            app[STORE] = Store(workspace=targets.workspace, till=Till(targets.workspace, client))
            yield

    return opened


@web.middleware
async def _in_plain_words(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A page of the shop for whatever cannot be done."""
    try:
        return await handler(request)
    except forms.BadForm as fault:
        return _sorry(request, str(fault), 400)
    except web.HTTPRequestEntityTooLarge:
        return _sorry(request, TOO_LARGE, 413)
    except web.HTTPException as refusal:
        if refusal.status not in (404, 405):
            raise
        return _sorry(request, NOT_HERE, refusal.status)


def _sorry(request: web.Request, words: str, status: int) -> web.Response:
    shop = request.app[STORE]
    content = fill("sorry", words=words)
    return page(shop.stack, shop.sessions.find(request), "Sorry", content, status=status)


async def _style(request: web.Request) -> web.Response:
    return web.Response(
        text=(FOLDER / "shop.css").read_text("utf-8"), content_type="text/css", charset="utf-8"
    )
