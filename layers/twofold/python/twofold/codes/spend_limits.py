"""A campaign's limits on spending: charged where a code is spent, and nobody is refused while there is room."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from twofold.campaigns.model import CodeLimits
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import NotFound
from twofold.contracts.reasons import Reason
from twofold.limits.ports import Parts
from twofold.limits.spread import Chance, Part, Spread, Taken

from . import limited
from .charges import Charges
from .model import DiscountCode
from .refusals import Room

Need = tuple[Spread, int]
"""A limit, and how much of it is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpendLimits:
    campaigns: CampaignBook
    parts: Parts
    chance: Chance = random.random

    def charges(
        self, code: DiscountCode, currency: str, discount: int | None, *, blindly: bool
    ) -> Charges | Reason:
        """What spending the code takes of its campaign's limits, or why they do not allow it.

        `blindly` takes from any part, without a look: right nearly always, and the part itself says when it is not.
        """
        if self._other_budget(code, currency, discount):
            return "currency_mismatch"
        count, budget = self._needs(code, discount or 0)
        taken = {} if blindly else self._taken(*_limits(count, budget))
        counted, covered = self._fitting(count, taken), self._fitting(budget, taken)
        if counted is None or covered is None:
            return "campaign_used_up"
        return Charges(counted[0] if counted else None, covered)

    def returned(self, code: DiscountCode, back: tuple[Part, ...]) -> tuple[Part, ...]:
        """What gives as much back as `back`, and frees nothing while more is taken than a limit now allows."""
        if not back:
            return ()
        charged = {part.row for part in back}
        spreads = [
            spread
            for spread in limited.spreads(code.origin.campaign_id, self._of(code))
            if charged.intersection(spread.rows())
        ]
        taken = self._taken(*spreads)
        for spread in spreads:
            its_own = [part for part in back if part.row in spread.rows()]
            back = (*(part for part in back if part not in its_own), *spread.returning(its_own, taken))
        return back

    def fault(self, code: DiscountCode, currency: str | None, discount: int | None) -> Reason | None:
        """Why the limits would not allow to spend the code now; what is None is not known, and not judged."""
        if currency and self._other_budget(code, currency, discount):
            return "currency_mismatch"
        least = 0 if code.offer.kind == "item" else 1
        wanted = self._needs(code, least if discount is None else discount)
        taken = self._taken(*_limits(*wanted))
        full = any(self._fitting(need, taken) is None for need in wanted)
        return "campaign_used_up" if full else None

    def room(self, code: DiscountCode) -> Room:
        """How the limits stand that have just refused to spend the code."""
        return Room(currency=self._of(code).currency, left=self.fault(code, None, None) is None)

    def _fitting(self, need: Need | None, taken: Taken) -> tuple[Part, ...] | None:
        """None when there is no room for what is needed."""
        if need is None:
            return ()
        spread, amount = need
        return spread.fitting(amount, taken, self.chance) or None

    def _needs(self, code: DiscountCode, discount: int) -> tuple[Need | None, Need | None]:
        """How much of which limit a redemption needs; None where there is no limit, or nothing is needed of it."""
        of, limits = code.origin.campaign_id, self._of(code)
        count, budget = limited.redemptions(of, limits), limited.discount(of, limits)
        return (count, 1) if count else None, (budget, discount) if budget and discount else None

    def _other_budget(self, code: DiscountCode, currency: str, discount: int | None) -> bool:
        """Whether money would be taken off in another currency than the campaign's budget counts."""
        limits = self._of(code)
        return bool(discount) and limits.discount is not None and limits.currency not in (None, currency)

    def _of(self, code: DiscountCode) -> CodeLimits:
        try:
            return self.campaigns.campaign(code.origin.campaign_id).limits
        except NotFound:
            # A code outlives its campaign's row, and with it whatever limited it.
            return CodeLimits()

    def _taken(self, *spreads: Spread) -> Taken:
        rows = [row for spread in spreads for row in spread.rows()]
        return self.parts.taken(rows) if rows else {}


def _limits(*needs: Need | None) -> Iterator[Spread]:
    return (need[0] for need in needs if need)
