"""From Shopify's bodies to carts, orders and refunds of ours."""

from collections.abc import Iterable, Iterator

from twofold.contracts.payloads import BasketLine
from twofold.orders.model import CANCELLED, Buyer, Cart, Order, Refund

from . import shopify_bodies as bodies
from .money import minor
from .parts import Told, buyer, codes, line, lines, part

_WENT_BACK = frozenset({"success", "pending"})
"""A refund that is under way is told once, as pending; one that failed moved nothing."""


def source(shop: str) -> str:
    return f"shopify:{shop}"


def order_ids(numbers: Iterable[int], shop: str) -> tuple[str, ...]:
    return tuple(f"{source(shop)}:{number}" for number in numbers)


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
        order_id=_order_id(said.id, shop),
        source=source(shop),
        amount=minor(said.total_price, said.currency, field="total_price"),
        currency=said.currency,
        buyer=_buyer(said),
        codes=codes(code.code for code in said.discount_codes),
        cart_id=_cart_id(said.checkout_token, shop) if said.checkout_token else None,
        lines=lines(_lines(said)),
        placed_at=said.created_at,
    )
    gone = Refund(order_id=placed.order_id, refund_id=CANCELLED, source=source(shop), reason=CANCELLED)
    return (placed, *refunds(said.refunds, shop), *((gone,) if said.cancelled_at else ()))


def refunds(said: Iterable[bodies.Refund], shop: str) -> tuple[Refund, ...]:
    """Money that went back. Goods that were only put on the shelf again, or struck off unpaid, are none."""
    return tuple(
        Refund(
            order_id=_order_id(each.order_id, shop),
            refund_id=str(each.id),
            source=source(shop),
            amount=amount,
            reason="refund",
        )
        for each in said
        if (amount := _amount(each)) > 0
    )


def customer(said: bodies.Customer) -> Buyer:
    return buyer([(said.phone, None)])


def _order_id(number: int, shop: str) -> str:
    return f"{source(shop)}:{number}"


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


def _lines(said: bodies.Order) -> Iterator[BasketLine]:
    for number, each in enumerate(said.line_items):
        if each.quantity:
            price = minor(each.price, said.currency, field=f"line_items[{number}].price")
            product = each.product_id or each.variant_id or each.title[:100] or "unnamed"
            yield line(product, price * each.quantity, each.quantity, each.title)


def _amount(refund: bodies.Refund) -> int:
    """In the shop's currency, as the order is: what a customer got in another is worked out from the goods."""
    went = [one for one in refund.transactions if one.kind == "refund" and one.status in _WENT_BACK]
    bags = [*(bag for each in refund.refund_line_items for bag in (each.subtotal_set, each.total_tax_set))]
    less = [bag for each in refund.order_adjustments for bag in (each.amount_set, each.tax_amount_set) if bag]
    shops = {bag.shop_money.currency_code for bag in (*bags, *less)}
    if not went:
        return 0
    if all(one.currency in shops for one in went) or not shops:
        return sum(minor(one.amount, one.currency, field="transactions.amount") for one in went)
    return max(sum(map(_worth, bags)) - sum(map(_worth, less)), 0)


def _worth(bag: bodies.MoneyBag) -> int:
    told, sign = bag.shop_money.amount, -1 if bag.shop_money.amount.startswith("-") else 1
    return sign * minor(told.removeprefix("-"), bag.shop_money.currency_code, field="shop_money.amount")
