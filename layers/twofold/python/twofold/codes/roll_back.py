"""Takes a redemption back: wholly, and the code is good again, or in part."""

from dataclasses import dataclass, replace
from datetime import datetime

from twofold.contracts.errors import Conflict, NotFound
from twofold.contracts.events import CodeRolledBack, Envelope
from twofold.contracts.instants import Clock
from twofold.contracts.payloads import RollbackReceipt, RollbackRequest
from twofold.ledger.record import record

from .model import DiscountCode, Redemption
from .once import Done, once
from .ports import CodeBook, RequestKey


@dataclass(frozen=True, slots=True, kw_only=True)
class RollBackRedemption:
    book: CodeBook
    clock: Clock

    def __call__(
        self, redemption_id: str, request: RollbackRequest, key: RequestKey | None = None
    ) -> Done[RollbackReceipt]:
        """Take back `amount` of the basket's value, or all that is left; only the whole frees the code.

        A whole rollback again gets the same receipt. A partial one is told from a retry by its key alone.
        Raises NotFound, Conflict `rollback_too_large`, InvalidRequest `idempotency_key_reused`.
        """
        return once(self.book, key, RollbackReceipt, lambda: self._roll_back(redemption_id, request, key))

    def _roll_back(
        self, redemption_id: str, request: RollbackRequest, key: RequestKey | None
    ) -> Done[RollbackReceipt]:
        code = self.book.find(redemption_id.rpartition(".")[0])
        spent = next(
            (r for r in (code.redemption, *code.past) if r and r.redemption_id == redemption_id), None
        )
        if spent is None:
            raise NotFound("There is no such redemption.", code="redemption_not_found")
        if spent.whole and request.amount is None:
            return Done(code.rollback_receipt(spent), new=False)
        amount = spent.left if request.amount is None else request.amount
        if spent.whole or amount > spent.left:
            raise Conflict(
                f"Only {spent.left} {spent.currency} (minor units) of this redemption can still be taken back.",
                code="rollback_too_large",
            )
        taken = _take_back(spent, amount, request.reason, self.clock())
        after = code.moved("rolled_back" if taken.whole else "redeemed", taken)
        self.book.change(after, _event(after, taken, amount), key, after.rollback_receipt(taken))
        return Done(after.rollback_receipt(taken), new=True)


def _take_back(spent: Redemption, amount: int, reason: str, at: datetime) -> Redemption:
    return replace(
        spent,
        rolled_back=spent.rolled_back + amount,
        whole=spent.left == amount,
        reason=reason,
        rolled_back_at=at,
    )


def _event(code: DiscountCode, taken: Redemption, amount: int) -> Envelope:
    data = CodeRolledBack(
        code=code.code,
        redemption_id=taken.redemption_id,
        order_id=taken.order_id,
        amount=amount,
        rolled_back=taken.rolled_back,
        currency=taken.currency,
        whole=taken.whole,
        reason=taken.reason or "",
    )
    at = taken.rolled_back_at or taken.at
    return record(
        data, subject=code.lead_id, version=code.version, at=at, origin=code.origin, cause=code.code
    )
