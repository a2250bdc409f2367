"""From Shopify's bodies to carts, orders and refunds of ours."""

from collections.abc import Iterable, Iterator

from twofold.contracts.payloads.baskets import BasketLine
from twofold.contracts.shops import shop_source
from twofold.orders.model import CANCELLED, Buyer, Cart, Order, Refund

from . import shopify_bodies as bodies
from .money import minor
from .parts import Told, buyer, codes, goods, line, part
from .shopify_refunds import Refund as RefundBody
from .shopify_refunds import amount_back


def source(shop: str) -> str:
    return shop_source("shopify", shop)


def order_id(number: int, shop: str) -> str:
    return f"{source(shop)}:{number}"


def cart(said: bodies.Checkout, shop: str) -> tuple[Told, ...]:
    """A checkout, from the moment that its owner left an address or a number. One that became an order is over."""
    if said.completed_at is not None:
        return ()
    found = codes(code.code for code in said.discount_codes)
    return (
        Cart(
            cart_id=_cart_id(said.token, shop),
            source=source(shop),
            amount=minor(said.total_price, said.currency, field="total_price"),
            currency=said.currency,
            buyer=_buyer(said),
            code=found[0] if found else None,
            lines=len(said.line_items),
            url=said.abandoned_checkout_url,
            updated_at=said.updated_at,
        ),
    )


def order(said: bodies.Order, shop: str) -> tuple[Told, ...]:
    """The order, then what went back of it, then its cancellation: each is done once, however often it is told."""
    placed = Order(
        order_id=order_id(said.id, shop),
        source=source(shop),
        amount=minor(said.total_price, said.currency, field="total_price"),
        currency=said.currency,
        buyer=_buyer(said),
        codes=codes(code.code for code in said.discount_codes),
        cart_id=_cart_id(said.checkout_token, shop) if said.checkout_token else None,
        goods=goods(_goods(said)),
        placed_at=said.created_at,
    )
    gone = Refund(order_id=placed.order_id, refund_id=CANCELLED, source=source(shop), reason=CANCELLED)
    return (placed, *refunds(said.refunds, shop), *((gone,) if said.cancelled_at else ()))


def refunds(said: Iterable[RefundBody], shop: str) -> tuple[Refund, ...]:
    """Money that went back. Goods that were only put on the shelf again, or struck off unpaid, are none."""
    return tuple(
        Refund(
            order_id=order_id(each.order_id, shop),
            refund_id=str(each.id),
            source=source(shop),
            amount=amount,
            reason="refund",
        )
        for each in said
        if (amount := amount_back(each)) > 0
    )


def _cart_id(token: str, shop: str) -> str:
    return f"{source(shop)}:{token}"


def _buyer(said: bodies.Checkout | bodies.Order) -> Buyer:
    # A parcel's number may be of whoever gets the present, so it counts where nobody pays under another.
    paying, home = said.billing_address, part(said.customer, "default_address")
    country = part(paying, "country_code") or part(said.shipping_address, "country_code")
    return buyer(
        [
            (said.phone, country),
            (part(said.customer, "phone"), country or part(home, "country_code")),
            (part(paying, "phone"), part(paying, "country_code")),
            (None if paying else part(said.shipping_address, "phone"), country),
        ]
    )


def _goods(said: bodies.Order) -> Iterator[BasketLine]:
    for number, each in enumerate(said.line_items):
        if each.quantity:
            price = minor(each.price, said.currency, field=f"line_items[{number}].price")
            product = each.product_id or each.variant_id or each.title[:100] or "unnamed"
            yield line(product, price * each.quantity, each.quantity, each.title)
