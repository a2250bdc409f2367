"""What is true of the spending of a code."""

from dataclasses import dataclass
from datetime import datetime

from twofold.limits.spread import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Redemption:
    """The spending of a code on an order. Money in minor units; `rolled_back` is what was taken back so far.

    `base` is the part of `amount` that the discount is of, where that is not all of it. `counted` and `budget` are what
    it still takes of its campaign's limits. Stored as JSON: a new field needs a default, a name is never changed.
    """

    redemption_id: str
    order_id: str
    amount: int
    currency: str
    at: datetime
    discount_amount: int | None
    location: str | None = None
    cart_id: str | None = None
    rolled_back: int = 0
    whole: bool = False
    reason: str | None = None
    rolled_back_at: datetime | None = None
    base: int | None = None
    counted: Part | None = None
    budget: tuple[Part, ...] = ()

    @property
    def left(self) -> int:
        return self.amount - self.rolled_back
