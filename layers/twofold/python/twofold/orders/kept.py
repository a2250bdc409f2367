"""What is kept of carts and orders. Nothing here names a person but by the lead's id."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from twofold.ledger.record import Origin

from .refunds import KeptRefund, Step, steps

ORDER_KEPT, ANONYMOUS_KEPT, CART_KEPT = timedelta(days=3 * 365), timedelta(days=30), timedelta(days=90)
"""How long an order of a lead is kept, then one of nobody we know and refunds that wait for theirs, then a cart."""

CartState = Literal["open", "ordered"]
MatchedBy = Literal["code", "lead", "phone", "cart"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Whose it is, how we know, and where that lead (or the code's) met us."""

    lead_id: str
    by: MatchedBy
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Our code on an order: spent as `redemption_id` on a basket of `basket`, or not, and why (`reason`)."""

    code: str
    redemption_id: str | None = None
    basket: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """What an order told when it came; it never changes."""

    amount: int
    currency: str
    placed_at: datetime
    match: Match | None = None
    spent: Spent | None = None
    cart_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOrder:
    """An order, or (without `placement`) the refunds that wait for one. `version` counts changes.

    Refunds stand in the order in which they came; the codes know of the first `settled` of them. It may go at
    `until`, whose fraction of a second is not kept.
    """

    order_id: str
    source: str
    version: int
    until: datetime
    placement: Placement | None = None
    refunds: tuple[KeptRefund, ...] = ()
    settled: int = 0

    def knows(self, refund_id: str) -> bool:
        return any(refund.refund_id == refund_id for refund in self.refunds)

    def steps(self) -> Iterator[Step]:
        """What each refund came to, in the order in which they came: never more in all than the order's amount."""
        return steps(self.refunds, self.placement.amount if self.placement else None)

    @property
    def refunded(self) -> int:
        return max((step.total for step in self.steps()), default=0)

    @property
    def whole(self) -> bool:
        """Whether the order is here and nothing of it is left."""
        return any(step.whole for step in self.steps())


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCart:
    """A cart as it was last told of. `url` may lead into somebody's checkout: it is told to nobody but its owner.

    It may go at `until`, whose fraction of a second is not kept.
    """

    cart_id: str
    source: str
    version: int
    updated_at: datetime
    until: datetime
    state: CartState = "open"
    amount: int = 0
    currency: str = ""
    lines: int = 0
    lead_id: str | None = None
    code: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedCart:
    """That a cart was ordered `at` a moment, as `source` tells, and how long that is remembered."""

    cart_id: str
    source: str
    at: datetime
    until: datetime
