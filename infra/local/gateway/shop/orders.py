"""An order: the code is spent on it over the API first, and only then is it placed."""

from aiohttp import web

from infra.local.gateway.shop import forms
from infra.local.gateway.shop.basket import Basket, Notice, Order
from infra.local.gateway.shop.cart_page import rows
from infra.local.gateway.shop.layout import page
from infra.local.gateway.shop.markup import NOTHING, fill, joined
from infra.local.gateway.shop.products import price
from infra.local.gateway.shop.store import STORE
from infra.local.gateway.shop.till import CodeRefused, NotNow, Till


async def order(request: web.Request) -> web.Response:
    """On to the receipt; back to the cart, with a word about it, where there is nothing to order or no discount."""
    form = await forms.read(request)
    place, shop = forms.place(form), request.app[STORE]
    basket = shop.sessions.find(request)
    if basket is None:
        return _on("/cart")
    async with basket.lock:
        if form.get("order", "") in basket.orders:
            return _on(f"/orders/{form['order']}")
        placed = await _place(basket, place, shop.till) if basket.size else None
    return _on(f"/orders/{placed.order_id}" if placed else "/cart")


async def receipt(request: web.Request) -> web.Response:
    """What was ordered, for the browser that ordered it."""
    shop = request.app[STORE]
    basket = shop.sessions.find(request)
    placed = basket.orders.get(request.match_info["order_id"]) if basket else None
    if placed is None:
        raise web.HTTPNotFound
    lines = (
        fill("receipt_line", name=product.name, count=count, sum=price(product.price * count))
        for product, count in placed.lines
    )
    content = fill(
        "receipt",
        order_id=placed.order_id,
        place=placed.place,
        lines=joined(lines),
        rows=rows(placed.total, placed.discount, placed.off),
        spent=fill("spent", code=placed.discount.code) if placed.discount else NOTHING,
    )
    return page(shop.stack, basket, "Thank you", content)


async def _place(basket: Basket, place: str, till: Till) -> Order | None:
    """None when the code could not be spent: the basket is told why, and nothing is ordered at another price."""
    lines, total, discount, off = basket.lines, basket.total, basket.discount, None
    if discount:
        try:
            off = await till.redeem(discount.code, basket.order_id, total, place)
        except CodeRefused as refusal:
            words = f"{refusal} Nothing was ordered; these are the prices without it."
            basket.discount, basket.notice = None, Notice(words=words, typed=discount.code)
            return None
        except NotNow as trouble:
            basket.notice = Notice(words=str(trouble))
            return None
    order = Order(order_id=basket.order_id, lines=lines, total=total, place=place, discount=discount, off=off)
    basket.placed(order)
    return order


def _on(where: str) -> web.Response:
    return web.Response(status=303, headers={"Location": where, "Cache-Control": "no-store"})
