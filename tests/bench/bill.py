"""Quantities at their prices, as a table of `docs/cost.md`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .prices import PRICES, Price


@dataclass(frozen=True, slots=True)
class Bill:
    """`quantities` by the names of `prices`, in total; `most` is the budget in USD, if there is one."""

    title: str
    quantities: Mapping[str, float]
    most: float | None = None
    prices: Mapping[str, Price] = field(default_factory=lambda: PRICES)

    @property
    def usd(self) -> float:
        return sum(map(self.share, self.quantities))

    @property
    def holds(self) -> bool:
        return self.most is None or self.usd <= self.most

    def share(self, name: str) -> float:
        return self.quantities[name] / self.prices[name].per * self.prices[name].usd

    def renew(self, page: str) -> str:
        """The page with this table in place of its older self."""
        older = re.compile(rf"^\| {re.escape(self.title)} \| quantity .*(\n\|.*)*", re.MULTILINE)
        return older.sub(lambda _: str(self), page)

    def __str__(self) -> str:
        return "\n".join(self._rows())

    def _rows(self) -> Iterator[str]:
        yield f"| {self.title} | quantity | USD |"
        yield "|---|---:|---:|"
        for name, price in self.prices.items():
            if quantity := self.quantities.get(name):
                yield f"| {name} | {_number(quantity)} {price.unit} | {self.share(name):,.2f} |"
        if self.most:
            yield f"| **together**, of at most {self.most:.0f} | | **{self.usd:.2f}** |"


def _number(quantity: float) -> str:
    return f"{quantity:,.0f}" if quantity >= 100 or quantity == int(quantity) else f"{quantity:,.2f}"
