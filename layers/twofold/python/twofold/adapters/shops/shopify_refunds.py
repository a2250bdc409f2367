"""What Shopify tells of money that went back: the body, and the sum that it comes to.

https://shopify.dev/docs/api/webhooks (refunds/create, and each of an order's `refunds`).
"""

from msgspec import Struct

from twofold.contracts.payloads.base import Currency

from .money import minor
from .parts import Number, Sum

_WENT_BACK = frozenset({"success", "pending"})
"""A refund that is under way is told once, as pending; one that failed moved nothing."""


class Money(Struct, frozen=True):
    amount: Sum
    currency_code: Currency


class MoneyBag(Struct, frozen=True):
    shop_money: Money


class Transaction(Struct, frozen=True):
    """`kind` refund is money that goes back; `currency` may be the customer's."""

    kind: str
    status: str
    amount: Sum
    currency: Currency


class RefundLine(Struct, frozen=True):
    subtotal_set: MoneyBag
    total_tax_set: MoneyBag


class Adjustment(Struct, frozen=True):
    """What went back beside the lines, below nothing: `-8.00` of shipping. Above nothing: less than the lines say."""

    amount_set: MoneyBag
    tax_amount_set: MoneyBag | None = None


class Refund(Struct, frozen=True):
    """refunds/create, and each of an order's `refunds`."""

    id: Number
    order_id: Number
    transactions: tuple[Transaction, ...]
    refund_line_items: tuple[RefundLine, ...]
    order_adjustments: tuple[Adjustment, ...] = ()


def amount_back(refund: Refund) -> int:
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


def _worth(bag: MoneyBag) -> int:
    told, sign = bag.shop_money.amount, -1 if bag.shop_money.amount.startswith("-") else 1
    return sign * minor(told.removeprefix("-"), bag.shop_money.currency_code, field="shop_money.amount")
