"""What a part of a text costs at most, by country. All sums are in millionths of a US dollar."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from twofold.contracts.settings import PriceSettings

CENT = 10_000
"""A US cent, in millionths of a dollar."""

_COUNTRY = re.compile(r"[A-Z]{2}")
_DOLLARS = re.compile(r"[0-9]{1,4}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    default: int
    countries: dict[str, int]

    @classmethod
    def read(cls, settings: PriceSettings) -> Self:
        """Raises ValueError for a row that is not like `PL=0.043`, and for what is no price."""
        return cls(
            default=_millionths(settings.default),
            countries=dict(_row(row) for row in settings.countries),
        )

    def of(self, country: str) -> int:
        """The most that one part to this country may cost."""
        return self.countries.get(country, self.default)


def _row(row: str) -> tuple[str, int]:
    country, _, price = row.partition("=")
    if not _COUNTRY.fullmatch(country) or not price:
        raise ValueError(f"{row} is no country's price, like PL=0.043. Prices are in US dollars.")
    return country, _millionths(price)


def _millionths(dollars: str) -> int:
    amount = int(Decimal(dollars) * 1_000_000) if _DOLLARS.fullmatch(dollars) else 0
    if not amount:
        raise ValueError(f"{dollars or 'Nothing'} is no price in US dollars with at most six decimals.")
    return amount
