"""A campaign's limits on spending: charged where a code is spent, and nobody is refused while there is room."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twofold.campaigns.model import CodeLimits
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import NotFound
from twofold.contracts.reasons import Reason
from twofold.limits.ports import Parts
from twofold.limits.spread import PARTS, Part, Spread

from .model import DiscountCode
from .redemption import Redemption

Need = tuple[Spread, int]
"""A limit, and how much of it is needed."""


@dataclass(frozen=True, slots=True)
class Charges:
    """What a redemption takes: one of the redemptions, and its discount of the budget."""

    counted: Part | None = None
    budget: tuple[Part, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        return (*([self.counted] if self.counted else []), *self.budget)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpendLimits:
    campaigns: CampaignBook
    parts: Parts

    def charges(
        self, code: DiscountCode, currency: str, discount: int | None, *, blindly: bool
    ) -> Charges | Reason:
        """What spending the code takes of its campaign's limits, or why they do not allow it.

        `blindly` takes from any part, without a look: right nearly always, and the part itself says when it is not.
        """
        if self._other_money(code, currency, discount):
            return "currency_mismatch"
        count, budget = needs(code.origin.campaign_id, self._of(code), discount or 0)
        taken = {} if blindly else self._taken(count, budget)
        counted = _parts(count, taken, blindly=blindly)
        covered = _parts(budget, taken, blindly=blindly)
        if counted is None or covered is None:
            return self.charges(code, currency, discount, blindly=False) if blindly else "campaign_used_up"
        return Charges(counted[0] if counted else None, covered)

    def fault(self, code: DiscountCode, currency: str | None, discount: int | None) -> Reason | None:
        """Why the limits would not allow to spend the code now; what is None is not known, and not judged."""
        if currency and self._other_money(code, currency, discount):
            return "currency_mismatch"
        least = 0 if code.offer.kind == "item" else 1
        wanted = needs(code.origin.campaign_id, self._of(code), least if discount is None else discount)
        taken = self._taken(*wanted)
        full = any(_parts(need, taken, blindly=False) is None for need in wanted)
        return "campaign_used_up" if full else None

    def _other_money(self, code: DiscountCode, currency: str, discount: int | None) -> bool:
        limits = self._of(code)
        return bool(discount) and limits.discount is not None and limits.currency not in (None, currency)

    def _of(self, code: DiscountCode) -> CodeLimits:
        try:
            return self.campaigns.campaign(code.origin.campaign_id).limits
        except NotFound:
            # A code outlives its campaign's row, and with it whatever limited it.
            return CodeLimits()

    def _taken(self, *needs: Need | None) -> Mapping[str, int]:
        rows = [row for need in needs if need for row in need[0].rows()]
        return self.parts.taken(rows) if rows else {}


def needs(campaign_id: str, limits: CodeLimits, discount: int) -> tuple[Need | None, Need | None]:
    """How much of which limit one redemption needs; None where there is no limit, or nothing is needed of it."""
    count, budget = limits.redemptions, limits.discount
    return (
        None if count is None else (Spread(key=f"redemptions#{campaign_id}", most=count), 1),
        None
        if budget is None or not discount
        else (Spread(key=f"discount#{campaign_id}", most=budget), discount),
    )


def give_back(redemption: Redemption, discount: int) -> Charges:
    """What a redemption still takes when so much of its discount went back; of a whole one nothing."""
    if redemption.whole:
        return Charges()
    kept, left = [], discount
    for part in redemption.budget:
        back = min(part.amount, left)
        left -= back
        if part.amount > back:
            kept.append(Part(row=part.row, amount=part.amount - back, most=part.most))
    return Charges(redemption.counted, tuple(kept))


def difference(before: Charges, after: Charges) -> tuple[Part, ...]:
    """The charges that lead from one to the other, by giving back."""
    kept = {part.row: part.amount for part in after.parts}
    back = [(part, part.amount - kept.get(part.row, 0)) for part in before.parts]
    return tuple(Part(row=part.row, amount=-amount, most=part.most) for part, amount in back if amount)


def _parts(need: Need | None, taken: Mapping[str, int], *, blindly: bool) -> tuple[Part, ...] | None:
    """Parts that have room for all that is needed; None when there are none."""
    if need is None:
        return ()
    spread, amount = need
    if blindly:
        part = spread.part(random.randrange(PARTS), amount)
        return (part,) if amount <= part.most else None
    left = [spread.part(n).most - taken.get(spread.row(n), 0) for n in range(PARTS)]
    if spread.most - sum(taken.get(row, 0) for row in spread.rows()) < amount:
        return None
    fitting = [n for n, room in enumerate(left) if room >= amount]
    if fitting:
        return (spread.part(random.choice(fitting), amount),)
    return _together(spread, amount, left)


def _together(spread: Spread, amount: int, left: Sequence[int]) -> tuple[Part, ...]:
    found: list[Part] = []
    for number in sorted(range(PARTS), key=lambda n: -left[n]):
        some = min(amount, left[number])
        if some > 0:
            found.append(spread.part(number, some))
            amount -= some
    return tuple(found)
