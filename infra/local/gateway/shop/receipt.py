"""The page of an order: what was bought, and a button that gives it back."""

from aiohttp import web

from infra.local.gateway.shop import forms
from infra.local.gateway.shop.basket import Basket, Order
from infra.local.gateway.shop.cart_page import rows
from infra.local.gateway.shop.layout import page
from infra.local.gateway.shop.markup import NOTHING, Html, fill, joined
from infra.local.gateway.shop.products import price
from infra.local.gateway.shop.store import STORE
from infra.local.gateway.shop.till import NotNow
from infra.local.gateway.shop.words import NOT_RETURNED


async def show(request: web.Request) -> web.Response:
    """What was ordered, for the browser that ordered it."""
    return _page(request, *_own(request))


async def give_back(request: web.Request) -> web.Response:
    """The whole order is given back, once; its code is good again by the refund that the API is told of."""
    await forms.read(request)
    till, (basket, _) = request.app[STORE].till, _own(request)
    async with basket.lock:
        _, order = _own(request)
        try:
            if order.discount and not order.returned:
                await till.give_back(order.order_id, "returned by the customer", NOT_RETURNED)
        except NotNow as trouble:
            return _page(request, basket, order, fill("notice", words=str(trouble), quoted=NOTHING))
        basket.took_back(order)
    raise web.HTTPSeeOther(f"/orders/{order.order_id}", headers={"Cache-Control": "no-store"})


def _own(request: web.Request) -> tuple[Basket, Order]:
    """Raises HTTPNotFound for an order of another browser."""
    basket = request.app[STORE].sessions.find(request)
    order = basket.orders.get(request.match_info["order_id"]) if basket else None
    if basket is None or order is None:
        raise web.HTTPNotFound
    return basket, order


def _page(request: web.Request, basket: Basket, order: Order, notice: Html = NOTHING) -> web.Response:
    parts = {"head": _head(order), "notice": notice, "lines": _lines(order), "sums": _sums(order)}
    content = fill("receipt", **parts, end=_end(order))
    title = "Returned" if order.returned else "Thank you"
    return page(request.app[STORE].stack, basket, title, content)


def _head(order: Order) -> Html:
    name = "receipt_returned" if order.returned else "receipt_head"
    return fill(name, order_id=order.order_id, place=order.place)


def _lines(order: Order) -> Html:
    return joined(
        fill("receipt_line", name=product.name, count=count, sum=price(product.price * count))
        for product, count in order.lines
    )


def _sums(order: Order) -> Html:
    """Of what was given back nothing is left to pay."""
    if order.returned:
        return NOTHING
    return fill("receipt_sums", rows=rows(order.total, order.discount, order.off))


def _end(order: Order) -> Html:
    """What became of the code, and the button as long as there is something to give back."""
    code = order.discount.code if order.discount else ""
    if order.returned:
        return fill("spent_returned", code=code) if code else NOTHING
    button = fill("return", order_id=order.order_id)
    return joined((fill("spent", code=code), button)) if code else button
