"""What a part of a text costs at most, by country. All sums are in millionths of a US dollar."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from twofold.contracts.settings import PriceSettings

CENT = 10_000
"""A US cent, in millionths of a dollar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    default: int
    countries: dict[str, int]

    @classmethod
    def read(cls, settings: PriceSettings) -> Self:
        """Raises ValueError for a row that is not like `PL=0.043`."""
        rows = dict(row.split("=", 1) for row in settings.countries)
        return cls(
            default=_millionths(settings.default),
            countries={country: _millionths(price) for country, price in rows.items()},
        )

    def of(self, country: str) -> int:
        """The most that one part to this country may cost."""
        return self.countries.get(country, self.default)


def _millionths(dollars: str) -> int:
    amount = Decimal(dollars) * 1_000_000
    if amount <= 0 or amount != amount.to_integral_value():
        raise ValueError(f"{dollars} is no price in US dollars with at most six decimals.")
    return int(amount)
