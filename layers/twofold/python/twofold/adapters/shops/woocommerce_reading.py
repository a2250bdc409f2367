"""From WooCommerce's orders to carts, orders and refunds of ours.

WooCommerce tells of no cart. Its nearest thing is an order that waits to be paid: it holds what the customer chose and
the coupon, and has a page on which it can still be paid for. So that is a cart here, until it is paid.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.baskets import BasketLine
from twofold.contracts.shops import shop_source
from twofold.orders.model import CANCELLED, Buyer, Cart, Order, Refund

from . import woocommerce_bodies as bodies
from .money import minor
from .parts import Told, buyer, codes, goods, line, part

_UNPAID = frozenset({"pending", "failed"})
_NOT_YET = frozenset({"checkout-draft", "auto-draft", "draft", "new", "trash"})
"""What nobody sent off. The checkout of blocks keeps drafts, and order.updated tells of them:
https://github.com/woocommerce/woocommerce/issues/66995."""

_ADDRESS = re.compile(
    r"https?://(?:[^\s/?#@]*@)?(?P<host>[^\s/?#@\[\]]{1,80})(?P<path>/[^\s?#]*)?", re.IGNORECASE
)
_INDEX = re.compile(r"/index\.php$")
_LONGEST_PATH = 80
_BELOW = re.compile(r"/[\w-]+/wc/v\d+/orders/\d+/?$")
"""What follows the site in an order's own address: `/wp-json/wc/v3/orders/727`."""


def told(said: bodies.Order, header: str) -> tuple[Told, ...]:
    """What follows from an order as it stands. `header` names the site where the order does not."""
    source = shop_source("woocommerce", site(said, header))
    if said.status in _NOT_YET:
        return ()
    if said.status in _UNPAID:
        return (_cart(said, source),)
    gone = _refund(said, source, CANCELLED, None)
    if said.status == "cancelled":
        # Whether it ever was an order here, the book knows: most that are cancelled were never paid.
        return (*_refunds(said, source), gone)
    return (_order(said, source), *_refunds(said, source), *((gone,) if said.status == "refunded" else ()))


def site(said: bodies.Order, header: str) -> str:
    """`example.com`, or `example.com/shop` below a path: of the order's own address, which is signed.

    Raises InvalidRequest where neither it nor the header names one.
    """
    found = _ADDRESS.match(next((link.href for link in said.links.itself), header))
    path = _INDEX.sub("", _BELOW.sub("", found["path"] or "")).rstrip("/") if found else ""
    if found is None or len(path) > _LONGEST_PATH:
        raise InvalidRequest("The order does not say of which shop it is.", code="not_a_shop", field="_links")
    return found["host"].lower() + path


def _cart(said: bodies.Order, source: str) -> Cart:
    found = codes(coupon.code for coupon in said.coupon_lines)
    return Cart(
        cart_id=f"{source}:{said.id}",
        source=source,
        amount=minor(said.total, said.currency, field="total"),
        currency=said.currency,
        buyer=_buyer(said),
        code=found[0] if found else None,
        lines=len(said.line_items),
        url=_page(said.payment_url),
        updated_at=_utc(said.date_modified_gmt),
    )


def _order(said: bodies.Order, source: str) -> Order:
    return Order(
        order_id=f"{source}:{said.id}",
        source=source,
        amount=minor(said.total, said.currency, field="total"),
        currency=said.currency,
        buyer=_buyer(said),
        codes=codes(coupon.code for coupon in said.coupon_lines),
        cart_id=f"{source}:{said.id}",
        goods=goods(_goods(said)),
        placed_at=_utc(said.date_created_gmt),
    )


def _refunds(said: bodies.Order, source: str) -> Iterator[Refund]:
    for each in said.refunds:
        amount = minor(each.total.removeprefix("-"), said.currency, field="refunds.total")
        if amount:
            yield _refund(said, source, str(each.id), amount)


def _refund(said: bodies.Order, source: str, refund_id: str, amount: int | None) -> Refund:
    # The words of whoever refunded may name the customer: they stay in the shop.
    reason = CANCELLED if refund_id == CANCELLED else "refund"
    return Refund(
        order_id=f"{source}:{said.id}", refund_id=refund_id, source=source, amount=amount, reason=reason
    )


def _buyer(said: bodies.Order) -> Buyer:
    return buyer([(part(said.billing, "phone"), part(said.billing, "country"))])


def _goods(said: bodies.Order) -> Iterator[BasketLine]:
    for number, each in enumerate(said.line_items):
        # Plugins write what they take off as lines below nothing: they are no goods.
        if each.quantity > 0 and not each.subtotal.startswith("-"):
            price = minor(each.subtotal, said.currency, field=f"line_items[{number}].subtotal")
            tax = minor(each.subtotal_tax or "0", said.currency, field=f"line_items[{number}].subtotal_tax")
            yield line(each.product_id or each.variation_id, price + tax, int(each.quantity), each.name or "")


def _page(address: str | None) -> str | None:
    known = address and len(address) <= 2048 and _ADDRESS.match(address)
    return address if known else None


def _utc(told: datetime | None) -> datetime | None:
    return told.replace(tzinfo=UTC) if told and told.tzinfo is None else told
