"""What a redemption takes of its campaign's limits, and what it gives back."""

from dataclasses import dataclass

from twofold.limits.spread import Part

from .redemption import Redemption


@dataclass(frozen=True, slots=True)
class Charges:
    """What a redemption takes: one of the redemptions, and its discount of the budget."""

    counted: Part | None = None
    budget: tuple[Part, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        return (*([self.counted] if self.counted else []), *self.budget)


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
