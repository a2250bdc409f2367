"""Whether a code is good for a basket: by its state, by time, and by the rules that it was issued with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Self, cast

from twofold.contracts.payloads.baskets import BasketLine
from twofold.contracts.payloads.redemptions import RedemptionRequest
from twofold.contracts.reasons import Reason

from .model import DiscountCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Basket:
    """What somebody wants the discount on; money in minor units. What is None is not known.

    `complete`: it is all that will ever be known, so what a rule needs and is not there counts against the code.
    """

    amount: int | None = None
    currency: str | None = None
    location: str | None = None
    cart_id: str | None = None
    lines: tuple[BasketLine, ...] | None = None
    complete: bool = False

    @classmethod
    def of(cls, request: RedemptionRequest) -> Self:
        return cls(
            amount=request.amount,
            currency=request.currency,
            location=request.location,
            cart_id=request.cart_id,
            lines=request.lines,
            complete=True,
        )


def reason(code: DiscountCode, basket: Basket, at: datetime) -> Reason | None:
    """Why the code is not good for this basket now, as far as the code itself tells; None when it is."""
    return next(_reasons(code, basket, at), None)


def discounted(code: DiscountCode, basket: Basket) -> int | None:
    """The part of the basket that the discount is of, where that is not all of it."""
    wanted = code.rules.products
    if not wanted or basket.lines is None or basket.amount is None:
        return None
    return min(basket.amount, sum(line.amount for line in basket.lines if line.product_id in wanted))


def _reasons(code: DiscountCode, basket: Basket, at: datetime) -> Iterator[Reason]:
    rules = code.rules
    if fault := code.fault(at):
        yield cast(Reason, fault)
    hold = code.held(at)
    if hold and hold.cart_id != basket.cart_id:
        yield "reserved"
    if rules.starts_at and at < rules.starts_at:
        yield "not_yet_valid"
    if _other_currency(code, basket):
        yield "currency_mismatch"
    if rules.minimum is not None and basket.amount is not None and basket.amount < rules.minimum:
        yield "minimum_not_met"
    if rules.products and _without(code, basket):
        yield "products_missing"
    if rules.places and _elsewhere(code, basket):
        yield "wrong_place"


def _other_currency(code: DiscountCode, basket: Basket) -> bool:
    """Whether money off, or a least basket, is in another currency than the basket."""
    judged = code.offer.kind == "amount" or (
        code.rules.minimum is not None and code.offer.currency is not None
    )
    return judged and basket.currency is not None and basket.currency != code.offer.currency


def _without(code: DiscountCode, basket: Basket) -> bool:
    if basket.lines is None:
        return basket.complete
    return not any(line.product_id in code.rules.products for line in basket.lines)


def _elsewhere(code: DiscountCode, basket: Basket) -> bool:
    if basket.location is None:
        return basket.complete
    return basket.location not in code.rules.places
