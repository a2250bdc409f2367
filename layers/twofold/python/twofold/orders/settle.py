"""Takes back from a code what went back of its order."""

from contextlib import suppress
from dataclasses import dataclass, replace

from twofold.codes.roll_back import RollBackRedemption
from twofold.contracts.errors import DomainError
from twofold.contracts.payloads.redemptions import RollbackRequest

from .kept import KeptOrder, Placement, Spent
from .ports import OrderBook, OrderMoved
from .refunds import Step
from .spend import refund_key


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleRefunds:
    book: OrderBook
    roll_back: RollBackRedemption

    def __call__(self, kept: KeptOrder) -> None:
        """Make the code follow the order's refunds that it does not know of yet, in the order in which they came.

        Each does so once, by its key; after a crash whoever tells of the order or of a refund again goes on. That the
        code knows is kept with the order, for keys are not remembered for ever.
        """
        placement = kept.placement
        if not placement or not placement.spent or not placement.spent.redemption_id:
            return
        if kept.settled == len(kept.refunds):
            return
        for step in list(kept.steps())[kept.settled :]:
            self._take_back(kept, placement, placement.spent, step)
        # Whoever changed the order in between settles what is left of it, and says so.
        with suppress(OrderMoved):
            self.book.keep(replace(kept, version=kept.version + 1, settled=len(kept.refunds)))

    def _take_back(self, kept: KeptOrder, placement: Placement, spent: Spent, step: Step) -> None:
        amount = None if step.whole else _share(placement, spent, step)
        if amount == 0 or (step.whole and not step.first_whole):
            return
        request = RollbackRequest(reason=step.refund.reason or "refund", amount=amount)
        # A till may have taken it back already: then there is nothing left that a refund could take.
        with suppress(DomainError):
            self.roll_back(
                spent.redemption_id or "", request, refund_key(kept.order_id, step.refund.refund_id)
            )


def _share(placement: Placement, spent: Spent, step: Step) -> int:
    """What a refund is of the basket that the code was spent on, so that all of them add up to it."""
    if not step.given:
        # Of an order that the code has paid for nothing can go back, whatever the shop tells.
        return 0
    before = step.total - step.given
    return spent.basket * step.total // placement.amount - spent.basket * before // placement.amount
