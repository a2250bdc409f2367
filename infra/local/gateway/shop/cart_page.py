"""How the cart is drawn."""

from typing import Any

from aiohttp import web

from infra.local.gateway.shop.basket import MOST, Basket, Discount
from infra.local.gateway.shop.counter import drawing
from infra.local.gateway.shop.forms import PLACES
from infra.local.gateway.shop.layout import page
from infra.local.gateway.shop.markup import NOTHING, Html, fill, joined
from infra.local.gateway.shop.products import Product, price
from infra.local.gateway.shop.words import kept_for
from twofold.contracts.instants import now

LONGEST = 60
"""Of what somebody typed, this much is repeated."""


def cart_page(stack: dict[str, Any], basket: Basket) -> web.Response:
    parts = (_notice(basket), _chosen(basket) if basket.size else fill("cart_empty"), _code(basket))
    content = fill("cart", parts=joined(parts), order=_order(basket) if basket.size else NOTHING)
    return page(stack, basket, "Your cart", content)


def rows(total: int, discount: Discount | None, off: int | None) -> Html:
    """The sums below a list of things: what they cost, what the code takes off, what is left to pay."""
    told = []
    if discount:
        told.append(fill("row", name="Sum", value=price(total), kind=""))
        value = "free, with your order" if off is None else f"−{price(off)}"
        told.append(fill("row", name=discount.offer.title, value=value, kind="off"))
    told.append(fill("row", name="To pay", value=price(max(total - (off or 0), 0)), kind="pay"))
    return joined(told)


def _chosen(basket: Basket) -> Html:
    discount = basket.discount
    off = discount.off(basket.total) if discount else None
    lines = joined(_line(product, count) for product, count in basket.lines)
    return fill("cart_lines", lines=lines, rows=rows(basket.total, discount, off))


def _line(product: Product, count: int) -> Html:
    return fill(
        "cart_line",
        art=drawing(product),
        slug=product.slug,
        name=product.name,
        each=price(product.price),
        sum=price(product.price * count),
        count=count,
        less=count - 1,
        more=min(count + 1, MOST),
    )


def _notice(basket: Basket) -> Html:
    if not basket.notice:
        return NOTHING
    typed = (basket.notice.typed or "").strip()
    quoted = fill("quoted", text=typed[:LONGEST] + "…" * (len(typed) > LONGEST)) if typed else NOTHING
    return fill("notice", words=basket.notice.words, quoted=quoted)


def _code(basket: Basket) -> Html:
    if basket.discount:
        kept = kept_for(basket.discount.until - now())
        return fill("code_applied", code=basket.discount.code, title=basket.discount.offer.title, kept=kept)
    typed = (basket.notice.typed or "").strip()[:LONGEST] if basket.notice else ""
    return fill("code_form", typed=typed)


def _order(basket: Basket) -> Html:
    places = joined(fill("place", place=place) for place in PLACES)
    code = basket.discount.code if basket.discount else ""
    return fill("order", order_id=basket.order_id, to_pay=basket.to_pay, with_code=code, places=places)
