"""Spends a code on an order: never more often than its uses, and each order once."""

from dataclasses import dataclass, replace
from datetime import datetime

from msgspec.structs import replace as with_fields

from twofold.contracts.errors import Conflict
from twofold.contracts.events import CodeRedeemed
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.redemptions import RedemptionReceipt, RedemptionRequest

from . import receipts
from .charges import Charges
from .model import DiscountCode
from .once import Done, once
from .ports import CodeBook, CodeChange, LeadHasSpent, RequestKey
from .redemption import Redemption
from .refusals import refusal
from .rules import Basket, discounted, reason
from .spend_limits import SpendLimits
from .telling import changed
from .tidy import tidy
from .till import ANYWHERE, Till


@dataclass(frozen=True, slots=True, kw_only=True)
class RedeemCode:
    book: CodeBook
    limits: SpendLimits
    clock: Clock

    def __call__(
        self, typed: str, request: RedemptionRequest, key: RequestKey | None = None, till: Till = ANYWHERE
    ) -> Done[RedemptionReceipt]:
        """Spend the code; the same order again gets the same receipt, not a second redemption.

        Raises NotFound, Forbidden `place_mismatch`, Conflict `redemption_rolled_back`, InvalidRequest
        `idempotency_key_reused`, and the errors of `refusals` for each of `contracts.reasons`.
        """
        asked = with_fields(request, location=till.located(request.location))
        return once(
            self.book, key, RedemptionReceipt, lambda turn: self._redeem(tidy(typed), asked, key, turn)
        )

    def _redeem(
        self, typed: str, request: RedemptionRequest, key: RequestKey | None, turn: int
    ) -> Done[RedemptionReceipt]:
        code, at = self.book.find(typed), self.clock()
        spent = code.standing(request.order_id)
        if spent:
            return Done(receipts.redeemed(code, spent), new=False)
        basket = Basket.of(request)
        _insist(code, request, basket, at)
        redemption = _redemption(code, request, basket, at)
        charges = self.limits.charges(code, request.currency, redemption.discount_amount, blindly=turn == 0)
        if not isinstance(charges, Charges):
            raise refusal(charges, code, basket, at, self.limits.room(code))
        change = redeeming(code, redemption, charges, key)
        try:
            self.book.change(change)
        except LeadHasSpent as other:
            raise refusal("lead_already_redeemed", code, basket, at) from other
        return Done(receipts.redeemed(change.after, redemption), new=True)


def _insist(code: DiscountCode, request: RedemptionRequest, basket: Basket, at: datetime) -> None:
    why = reason(code, basket, at)
    if code.fault(at) is None and code.rolled_back(request.order_id):
        raise Conflict(
            "This order's redemption was rolled back. A new sale needs an order_id of its own.",
            code="redemption_rolled_back",
        )
    if why:
        raise refusal(why, code, basket, at)


def redeeming(
    code: DiscountCode, redemption: Redemption, charges: Charges, key: RequestKey | None = None
) -> CodeChange:
    """What spending makes of a code: one use less, and no cart that holds it."""
    spent = replace(redemption, counted=charges.counted, budget=charges.budget)
    after = code.next(spent.at, redemptions=(*code.redemptions, spent), hold=None)
    return changed(
        code,
        after,
        spent.at,
        _event(code, spent),
        cart_id=spent.cart_id,
        key=key,
        answer=receipts.redeemed(after, spent),
        charges=charges.parts,
        lead_mark="take" if code.rules.once_per_lead else None,
    )


def _event(code: DiscountCode, spent: Redemption) -> CodeRedeemed:
    return CodeRedeemed(
        code=code.code,
        redemption_id=spent.redemption_id,
        order_id=spent.order_id,
        amount=spent.amount,
        currency=spent.currency,
        discount_amount=spent.discount_amount,
        location=spent.location,
        referral=code.referral,
    )


def _redemption(code: DiscountCode, request: RedemptionRequest, basket: Basket, at: datetime) -> Redemption:
    base = discounted(code, basket)
    return Redemption(
        redemption_id=f"{code.code}.{code.version + 1}",
        order_id=request.order_id,
        amount=request.amount,
        currency=request.currency,
        at=at,
        discount_amount=code.offer.off(request.amount if base is None else base),
        location=request.location,
        cart_id=request.cart_id,
        base=base,
    )
