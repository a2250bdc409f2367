"""Takes a redemption back: wholly, and its use of the code is free again, or in part."""

from dataclasses import dataclass, replace
from datetime import datetime

from twofold.contracts.errors import Conflict, NotFound
from twofold.contracts.events import CodeExpired, CodeRolledBack, EventData
from twofold.contracts.instants import Clock, to_text
from twofold.contracts.payloads.redemptions import RollbackReceipt, RollbackRequest

from . import receipts
from .charges import Charges, difference, give_back
from .model import DiscountCode
from .once import Done, once
from .ports import CodeBook, CodeChange, RequestKey
from .redemption import Redemption
from .spend_limits import SpendLimits
from .telling import changed
from .till import ANYWHERE, Till


@dataclass(frozen=True, slots=True, kw_only=True)
class RollBackRedemption:
    book: CodeBook
    limits: SpendLimits
    clock: Clock

    def __call__(
        self,
        redemption_id: str,
        request: RollbackRequest,
        key: RequestKey | None = None,
        till: Till = ANYWHERE,
    ) -> Done[RollbackReceipt]:
        """Take back `amount` of the basket's value, or all that is left; only the whole frees the code.

        A whole rollback again gets the same receipt. A partial one is told from a retry by its key alone.
        Raises NotFound, Forbidden `place_mismatch`, Conflict (`rollback_too_large`, `undo_too_late`), InvalidRequest
        `idempotency_key_reused`.
        """
        return once(
            self.book, key, RollbackReceipt, lambda _: self._roll_back(redemption_id, request, key, till)
        )

    def _roll_back(
        self, redemption_id: str, request: RollbackRequest, key: RequestKey | None, till: Till
    ) -> Done[RollbackReceipt]:
        code = self.book.find(redemption_id.rpartition(".")[0])
        spent = next((r for r in code.redemptions if r.redemption_id == redemption_id), None)
        if spent is None:
            raise NotFound("There is no such redemption.", code="redemption_not_found")
        till.insist_on_its_own(spent)
        if spent.whole and request.amount is None:
            return Done(receipts.rolled_back(code, spent), new=False)
        amount, at = spent.left if request.amount is None else request.amount, self.clock()
        if spent.whole or amount > spent.left:
            raise Conflict(
                f"Only {spent.left} {spent.currency} (minor units) of this redemption can still be taken back.",
                code="rollback_too_large",
            )
        till.insist_on_time(spent, at)
        taken = _take_back(code, spent, amount, request.reason, at)
        change = rolling_back(code, spent, taken, at, key)
        self.book.change(replace(change, charges=self.limits.returned(code, change.charges)))
        return Done(receipts.rolled_back(change.after, taken), new=True)


def rolling_back(
    code: DiscountCode, spent: Redemption, taken: Redemption, at: datetime, key: RequestKey | None = None
) -> CodeChange:
    """What taking back makes of a code. One whose time was over while it was spent has expired with that."""
    redemptions = tuple(taken if r is spent else r for r in code.redemptions)
    after = code.next(at, redemptions=redemptions)
    told: list[EventData] = [_told(code, taken, taken.rolled_back - spent.rolled_back)]
    if code.state == "redeemed" and taken.whole and code.expires_at and code.past(at):
        after = replace(after, state="expired")
        told.append(CodeExpired(code=code.code, expired_at=to_text(code.expires_at)))
    return changed(
        code,
        after,
        at,
        *told,
        key=key,
        answer=receipts.rolled_back(after, taken),
        charges=difference(Charges(spent.counted, spent.budget), Charges(taken.counted, taken.budget)),
        lead_mark="free" if code.rules.once_per_lead and not after.spent else None,
    )


def _take_back(code: DiscountCode, spent: Redemption, amount: int, reason: str, at: datetime) -> Redemption:
    taken = replace(
        spent,
        rolled_back=spent.rolled_back + amount,
        whole=spent.left == amount,
        reason=reason,
        rolled_back_at=at,
    )
    charges = give_back(taken, (_off(code, spent) or 0) - (_off(code, taken) or 0))
    return replace(taken, counted=charges.counted, budget=charges.budget)


def _off(code: DiscountCode, redemption: Redemption) -> int | None:
    """What the code takes off as the redemption now stands; what it is not for is taken back first."""
    left = redemption.left
    return code.offer.off(left if redemption.base is None else min(left, redemption.base))


def _told(code: DiscountCode, taken: Redemption, amount: int) -> CodeRolledBack:
    return CodeRolledBack(
        code=code.code,
        redemption_id=taken.redemption_id,
        order_id=taken.order_id,
        amount=amount,
        rolled_back=taken.rolled_back,
        currency=taken.currency,
        whole=taken.whole,
        reason=taken.reason or "",
    )
