"""Spends a code on an order, exactly once."""

from dataclasses import dataclass
from datetime import datetime

from twofold.contracts.errors import Conflict, Gone, InvalidRequest
from twofold.contracts.events import CodeRedeemed, Envelope
from twofold.contracts.instants import Clock
from twofold.contracts.payloads import RedemptionReceipt, RedemptionRequest
from twofold.ledger.record import record

from .draw import tidy
from .model import DiscountCode, Redemption
from .once import Done, once
from .ports import CodeBook, RequestKey


@dataclass(frozen=True, slots=True, kw_only=True)
class RedeemCode:
    book: CodeBook
    clock: Clock

    def __call__(
        self, typed: str, request: RedemptionRequest, key: RequestKey | None = None
    ) -> Done[RedemptionReceipt]:
        """Spend the code; the same order again gets the same receipt, not a second redemption.

        Raises NotFound, Conflict (`code_already_redeemed`, `code_revoked`, `redemption_rolled_back`),
        Gone `code_expired`, InvalidRequest (`currency_mismatch`, `idempotency_key_reused`).
        """
        return once(self.book, key, RedemptionReceipt, lambda: self._redeem(typed, request, key))

    def _redeem(
        self, typed: str, request: RedemptionRequest, key: RequestKey | None
    ) -> Done[RedemptionReceipt]:
        code, at = self.book.find(tidy(typed)), self.clock()
        spent = code.redemption
        if spent and code.state == "redeemed" and spent.order_id == request.order_id:
            return Done(code.receipt(spent), new=False)
        _refuse(code, request, at)
        redemption = _redemption(code, request, at)
        after = code.moved("redeemed", redemption)
        self.book.change(after, _event(after, redemption), key, after.receipt(redemption))
        return Done(after.receipt(redemption), new=True)


def _refuse(code: DiscountCode, request: RedemptionRequest, at: datetime) -> None:
    fault = code.fault(at)
    if fault == "redeemed":
        raise Conflict("This code was already used for another order.", code="code_already_redeemed")
    if fault == "revoked":
        raise Conflict("This code was withdrawn.", code="code_revoked")
    if fault == "expired":
        raise Gone("This code has expired.", code="code_expired")
    if code.rolled_back(request.order_id):
        raise Conflict(
            "This order's redemption was rolled back. A new sale needs an order_id of its own.",
            code="redemption_rolled_back",
        )
    if code.offer.kind == "amount" and code.offer.currency != request.currency:
        raise InvalidRequest(
            f"This code is worth {code.offer.currency}; the order is in {request.currency}.",
            code="currency_mismatch",
            field="currency",
        )


def _redemption(code: DiscountCode, request: RedemptionRequest, at: datetime) -> Redemption:
    return Redemption(
        redemption_id=f"{code.code}.{code.version + 1}",
        order_id=request.order_id,
        amount=request.amount,
        currency=request.currency,
        at=at,
        discount_amount=code.offer.off(request.amount),
        location=request.location,
        cart_id=request.cart_id,
    )


def _event(code: DiscountCode, redemption: Redemption) -> Envelope:
    data = CodeRedeemed(
        code=code.code,
        redemption_id=redemption.redemption_id,
        order_id=redemption.order_id,
        amount=redemption.amount,
        currency=redemption.currency,
        discount_amount=redemption.discount_amount,
        location=redemption.location,
        referral=code.referral,
    )
    return record(
        data,
        subject=code.lead_id,
        version=code.version,
        at=redemption.at,
        origin=code.origin,
        cause=code.code,
    )
