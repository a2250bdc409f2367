"""The brand's own hours: courtesy beyond the law, set by each deployment."""

from dataclasses import dataclass
from datetime import time

from .hours import Hours, Row
from .rules import COUNTRIES, FEDERAL

NOON_TO_EIGHT = Hours(time(12), time(20))
EIGHT_TO_NINE = Hours(time(8), time(21))


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandHours:
    """Every day, recipient-local: in the US with its territories, and elsewhere. They never loosen a law."""

    us: Hours = NOON_TO_EIGHT
    elsewhere: Hours = EIGHT_TO_NINE

    def row(self, country: str) -> Row:
        hours = self.us if COUNTRIES.get(country) is FEDERAL else self.elsewhere
        return Row(id="brand", texts="this brand's texts", week=(hours,) * 7, source="the deployment")


DEFAULT = BrandHours()
