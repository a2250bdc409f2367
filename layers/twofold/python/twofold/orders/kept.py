"""What is kept of carts and orders. Nothing here names a person but by the lead's id."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from twofold.ledger.record import Origin

CartState = Literal["open", "ordered"]
MatchedBy = Literal["code", "lead", "phone", "cart"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRefund:
    """`asked` is what the shop told, None for all that is left. Stored as JSON: a new field needs a default."""

    refund_id: str
    asked: int | None
    at: datetime
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a refund came to: `given` by it, `total` by all so far; `whole`: nothing of the order is left."""

    refund: KeptRefund
    given: int
    total: int
    whole: bool
    first_whole: bool

    @property
    def counts(self) -> bool:
        return self.given > 0 or self.first_whole


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

    Refunds stand in the order in which they came; the codes know of the first `settled` of them. The row may go at
    `until`, in epoch seconds.
    """

    order_id: str
    source: str
    version: int
    until: int
    placement: Placement | None = None
    refunds: tuple[KeptRefund, ...] = ()
    settled: int = 0

    def knows(self, refund_id: str) -> bool:
        return any(refund.refund_id == refund_id for refund in self.refunds)

    def steps(self) -> Iterator[Step]:
        """What each refund came to, in the order in which they came: never more in all than the order's amount."""
        amount = self.placement.amount if self.placement else None
        total, whole, all_of_it = 0, False, False
        for refund in self.refunds:
            given = _given(refund.asked, None if amount is None else amount - total)
            total, was_whole = total + given, whole
            all_of_it = all_of_it or refund.asked is None
            # Of an order that cost nothing, nothing is left before anything went back.
            whole = total == amount and (total > 0 or all_of_it)
            yield Step(refund=refund, given=given, total=total, whole=whole, first_whole=whole > was_whole)

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

    The row may go at `until`, in epoch seconds.
    """

    cart_id: str
    source: str
    version: int
    updated_at: datetime
    until: int
    state: CartState = "open"
    amount: int = 0
    currency: str = ""
    lines: int = 0
    lead_id: str | None = None
    code: str | None = None
    url: str | None = None


def _given(asked: int | None, left: int | None) -> int:
    if left is None:
        return asked or 0
    return left if asked is None else min(asked, left)
