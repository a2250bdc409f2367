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
from infra.local.gateway.shop.words import CHANGED, NOT_APPLIED, OTHER_CODE, lost


async def order(request: web.Request) -> web.Response:
    """On to the receipt; back to the cart, with a word about it, where it is not what the page showed."""
    form = await forms.read(request)
    place, shop = forms.place(form), request.app[STORE]
    basket = shop.sessions.find(request)
    if basket is None:
        return _on("/cart")
    async with basket.lock:
        if form.get("order", "") in basket.orders:
            return _on(f"/orders/{form['order']}")
        placed = await _as_shown(basket, form, place, shop.till) if basket.size else None
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


async def _as_shown(basket: Basket, form: dict[str, str], place: str, till: Till) -> Order | None:
    """None, and nothing ordered, where the cart is not what the customer saw as they pressed the button."""
    with_code = basket.discount.code if basket.discount else ""
    if (form.get("to_pay"), form.get("with_code")) == (str(basket.to_pay), with_code):
        return await _place(basket, place, till)
    basket.notice = _changed(basket, form.get("with_code", ""), with_code)
    return None


def _changed(basket: Basket, shown: str, now: str) -> Notice:
    if not shown or shown == now:
        return Notice(words=CHANGED, stays=True)
    if now:
        return Notice(words=OTHER_CODE, stays=True)
    return Notice(words=lost(basket.gone.get(shown, NOT_APPLIED)), typed=shown, stays=True)


async def _place(basket: Basket, place: str, till: Till) -> Order | None:
    """None when the code could not be spent: the basket is told why, and nothing is ordered at another price."""
    lines, total, discount, off = basket.lines, basket.total, basket.discount, None
    if discount:
        try:
            off = await till.redeem(discount.code, basket.order_id, total, place)
        except CodeRefused as refusal:
            basket.lose(str(refusal))
            basket.notice = Notice(words=lost(str(refusal)), typed=discount.code, stays=True)
            return None
        except NotNow as trouble:
            basket.notice = Notice(words=str(trouble), stays=True)
            return None
    order = Order(order_id=basket.order_id, lines=lines, total=total, place=place, discount=discount, off=off)
    basket.placed(order)
    return order


def _on(where: str) -> web.Response:
    return web.Response(status=303, headers={"Location": where, "Cache-Control": "no-store"})
