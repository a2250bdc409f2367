"""The cart: what is in it, more and less of it, and a code, typed by hand or brought by a link."""

from aiohttp import web

from infra.local.gateway.shop import forms
from infra.local.gateway.shop.basket import Basket, Notice
from infra.local.gateway.shop.cart_page import cart_page
from infra.local.gateway.shop.store import STORE
from infra.local.gateway.shop.till import CodeRefused, NotNow


async def show(request: web.Request) -> web.Response:
    """The cart; a notice is told once, unless it stays."""
    shop = request.app[STORE]
    basket = shop.sessions.find(request)
    answer = cart_page(shop.stack, basket or Basket())
    if basket and basket.notice and not basket.notice.stays:
        basket.notice = None
    return answer


async def add(request: web.Request) -> web.Response:
    form = await forms.read(request)
    product, more = forms.product(form), forms.count(form, least=1)
    answer, basket = _back(request)
    basket.notice = None
    basket.put(product, basket.counts.get(product.slug, 0) + more)
    return answer


async def change(request: web.Request) -> web.Response:
    form = await forms.read(request)
    product, count = forms.product(form), forms.count(form, least=0)
    answer, basket = _back(request)
    basket.notice = None
    if product.slug in basket.counts:
        basket.put(product, count)
    return answer


async def apply(request: web.Request) -> web.Response:
    form = await forms.read(request)
    answer, basket = _back(request)
    await _apply(request, basket, form.get("code", ""))
    return answer


async def follow(request: web.Request) -> web.Response:
    """A code's link: the cart with the code applied. What the link says of where it stood goes along."""
    answer, basket = _back(request, request.rel_url.raw_query_string)
    await _apply(request, basket, request.match_info["code"])
    return answer


async def remove_code(request: web.Request) -> web.Response:
    await forms.read(request)
    answer, basket = _back(request)
    async with basket.lock:
        if basket.discount:
            await request.app[STORE].till.release(basket.discount.code, basket.order_id)
        basket.discount, basket.notice = None, None
    return answer


async def _apply(request: web.Request, basket: Basket, typed: str) -> None:
    """Reserved for this cart; a code that is no good leaves the one that was applied before where it is."""
    till = request.app[STORE].till
    async with basket.lock:
        before = basket.discount
        try:
            basket.discount, basket.notice = await till.reserve(typed, basket.order_id), None
        except (CodeRefused, NotNow) as refusal:
            basket.notice = Notice(words=str(refusal), typed=typed)
        if before and basket.discount and before.code != basket.discount.code:
            await till.release(before.code, basket.order_id)


def _back(request: web.Request, query: str = "") -> tuple[web.Response, Basket]:
    """On to the cart, by GET, so that loading it again repeats nothing."""
    answer = web.Response(status=303, headers={"Location": f"/cart?{query}" if query else "/cart"})
    answer.headers["Cache-Control"] = "no-store"
    return answer, request.app[STORE].sessions.open(request, answer)
