"""What the refunds of an order are, and what each of them comes to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime


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


def steps(refunds: Sequence[KeptRefund], amount: int | None) -> Iterator[Step]:
    """What each comes to, in the order in which they came: never more in all than `amount`, the order's.

    None: the order is not here yet.
    """
    total, whole, all_of_it = 0, False, False
    for refund in refunds:
        given = _given(refund.asked, None if amount is None else amount - total)
        total, was_whole = total + given, whole
        all_of_it = all_of_it or refund.asked is None
        # Of an order that cost nothing, nothing is left before anything went back.
        whole = total == amount and (total > 0 or all_of_it)
        yield Step(refund=refund, given=given, total=total, whole=whole, first_whole=whole > was_whole)


def _given(asked: int | None, left: int | None) -> int:
    if left is None:
        return asked or 0
    return left if asked is None else min(asked, left)
