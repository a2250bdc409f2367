"""An order: the API is told of it, which spends its code, and only then is it placed."""

from aiohttp import web

from infra.local.gateway.shop import forms
from infra.local.gateway.shop.basket import Basket, Notice, Order
from infra.local.gateway.shop.store import STORE
from infra.local.gateway.shop.till import CodeRefused, NotNow, Till
from infra.local.gateway.shop.words import CALLED_OFF, CANNOT_TELL, CHANGED, NOT_APPLIED, OTHER_CODE, lost


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
    order = basket.ordered(place)
    code = order.discount.code if order.discount else None
    try:
        if code or basket.asked:
            await _tell(basket, order, till)
    except CodeRefused as refusal:
        basket.notice = Notice(words=lost(str(refusal)), typed=code, stays=True)
        basket.lose(str(refusal))
        return None
    except NotNow as trouble:
        basket.notice = Notice(words=str(trouble), stays=True)
        return None
    basket.placed(order)
    return order


async def _tell(basket: Basket, order: Order, till: Till) -> None:
    """What was told and shall not stand is called off at once, and its code let go. Raises CodeRefused, NotNow."""
    try:
        if basket.asked not in (None, order):
            raise CodeRefused(CALLED_OFF)
        basket.asked = order
        await till.order(order)
    except CodeRefused:
        await till.give_back(order.order_id, "called off by the shop", CANNOT_TELL)
        if order.discount:
            await till.release(order.discount.code, order.order_id)
        raise


def _on(where: str) -> web.Response:
    return web.Response(status=303, headers={"Location": where, "Cache-Control": "no-store"})
