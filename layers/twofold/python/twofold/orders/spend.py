"""Spends a code on an order that a shop tells of: one code at most, however often the shop tells."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from twofold.codes.model import DiscountCode
from twofold.codes.ports import CodeBook, RequestKey
from twofold.codes.redeem import RedeemCode
from twofold.codes.tidy import tidy
from twofold.contracts.errors import DomainError, NotFound
from twofold.contracts.payloads.base import MOST_CODES
from twofold.contracts.payloads.redemptions import RedemptionReceipt, RedemptionRequest
from twofold.contracts.reasons import CODES

from .kept import Spent
from .model import Order

_REASONS: dict[str, str] = {code: reason for reason, code in CODES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours:
    """A code of ours on an order, and what became of it."""

    code: DiscountCode
    spent: Spent


@dataclass(frozen=True, slots=True, kw_only=True)
class SpendCode:
    codes: CodeBook
    redeem: RedeemCode

    def __call__(self, order: Order) -> Ours | None:
        """The first of our codes that is good is spent; else the first of ours, with the reason.

        An order that has spent one never spends another: the key is the order's, whichever the code. A code that is not
        good is no reason to refuse an order that was paid for already.
        """
        refused: Ours | None = None
        for code in self._ours(order):
            try:
                return self._spent(
                    code, self.redeem(code.code, _asked(order), order_key(order.order_id)).answer
                )
            except DomainError as error:
                reason = _REASONS.get(error.code, error.code)
                refused = refused or Ours(code=code, spent=Spent(code=code.code, reason=reason))
        return refused

    def _ours(self, order: Order) -> list[DiscountCode]:
        """Those that exist, in the order's order; one that a till has spent on this very order comes first."""
        return sorted(self._found(order), key=lambda code: code.standing(order.order_id) is None)

    def _found(self, order: Order) -> Iterator[DiscountCode]:
        for typed in dict.fromkeys(tidy(code) for code in order.codes[:MOST_CODES]):
            try:
                yield self.codes.find(typed)
            except NotFound:
                continue

    def _spent(self, tried: DiscountCode, receipt: RedemptionReceipt) -> Ours:
        # Told before with another code in front, the order may have spent that one.
        code = tried if tried.code == receipt.code else self.codes.find(receipt.code)
        spent = Spent(code=code.code, redemption_id=receipt.redemption_id, basket=receipt.amount)
        return Ours(code=code, spent=spent)


def order_key(order_id: str) -> RequestKey:
    """What makes the redemption of an order one. No caller's own key looks like it."""
    return RequestKey(mark=f"order#{_digest(order_id)}", fingerprint="order")


def refund_key(order_id: str, refund_id: str) -> RequestKey:
    """The same for what a refund takes back."""
    return RequestKey(mark=f"refund#{_digest(order_id)}#{_digest(refund_id)}", fingerprint="refund")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _asked(order: Order) -> RedemptionRequest:
    return RedemptionRequest(
        order_id=order.order_id,
        amount=order.basket,
        currency=order.currency,
        location=order.location,
        cart_id=order.cart_id,
        lines=order.goods or None,
    )
