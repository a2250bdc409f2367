"""Takes in money that went back, exactly once, also before its order is here."""

from dataclasses import dataclass, replace
from datetime import datetime

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.orders import RefundTaken

from .again import again
from .events import refund_events
from .kept import ANONYMOUS_KEPT, KeptOrder
from .model import Refund
from .ports import OrderBook
from .refunds import KeptRefund
from .settle import SettleRefunds

MOST_REFUNDS = 90
"""Of one order: they stand in its row, and those that waited are told in the transaction that places it, which DynamoDB
bounds at 100 writes.
"""

LONGEST_REASON = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeRefund:
    book: OrderBook
    settle: SettleRefunds
    clock: Clock

    def __call__(self, refund: Refund) -> RefundTaken:
        """Store the refund and take back from the order's code what it is of it; the whole frees the code.

        Of one that is too large, only what is left counts. Told again it changes nothing. It waits for an order that is
        not here yet. Raises InvalidRequest (`too_many_refunds`), Unavailable.
        """
        return again(lambda: self._take(refund))

    def _take(self, refund: Refund) -> RefundTaken:
        at = self.clock()
        before = self.book.find(refund.order_id) or _nothing(refund, at)
        kept = _with(before, refund, at)
        if kept is not before:
            self.book.keep(kept, refund_events(kept, len(before.refunds), at))
        self.settle(kept)
        return RefundTaken(
            order_id=refund.order_id,
            refund_id=refund.refund_id,
            refunded=kept.refunded,
            waiting=kept.placement is None,
        )


def _nothing(refund: Refund, at: datetime) -> KeptOrder:
    return KeptOrder(order_id=refund.order_id, source=refund.source, version=0, until=at + ANONYMOUS_KEPT)


def _with(before: KeptOrder, refund: Refund, at: datetime) -> KeptOrder:
    if before.knows(refund.refund_id) or before.whole or refund.amount == 0:
        return before
    if len(before.refunds) >= MOST_REFUNDS:
        raise InvalidRequest(
            f"An order has at most {MOST_REFUNDS} refunds.", code="too_many_refunds", field="refund_id"
        )
    reason = refund.reason[:LONGEST_REASON] if refund.reason else None
    added = KeptRefund(refund_id=refund.refund_id, asked=refund.amount, at=at, reason=reason)
    until = before.until if before.placement else at + ANONYMOUS_KEPT
    return replace(before, version=before.version + 1, until=until, refunds=(*before.refunds, added))
