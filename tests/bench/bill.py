"""Quantities at their prices, as a table of `docs/cost.md`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .prices import PRICES


@dataclass(frozen=True, slots=True)
class Bill:
    """`quantities` by the names of PRICES, in total; `most` is the budget in USD."""

    title: str
    quantities: Mapping[str, float]
    most: float

    @property
    def usd(self) -> float:
        return sum(map(self.share, self.quantities))

    @property
    def holds(self) -> bool:
        return self.usd <= self.most

    def share(self, name: str) -> float:
        return self.quantities[name] / PRICES[name].per * PRICES[name].usd

    def __str__(self) -> str:
        return "\n".join(self._rows())

    def _rows(self) -> Iterator[str]:
        yield f"| {self.title} | quantity | USD |"
        yield "|---|---:|---:|"
        for name in PRICES:
            if quantity := self.quantities.get(name):
                yield f"| {name} | {_number(quantity)} {PRICES[name].unit} | {self.share(name):.2f} |"
        yield f"| **together**, of at most {self.most:.0f} | | **{self.usd:.2f}** |"


def _number(quantity: float) -> str:
    return f"{quantity:,.0f}" if quantity >= 100 or quantity == int(quantity) else f"{quantity:,.2f}"
