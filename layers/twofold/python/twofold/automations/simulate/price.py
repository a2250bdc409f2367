"""What one text would cost: measured once for each template and language, with sample values."""

from dataclasses import dataclass
from functools import lru_cache

from twofold.campaigns.model import Campaign
from twofold.messages.money.prices import Prices
from twofold.messages.texts.defaults import default_template
from twofold.messages.texts.fill import fill, missing
from twofold.messages.texts.parts import count_parts
from twofold.messages.texts.samples import typical, worst_case

WORDINGS = 1_000
"""Templates in their languages that are remembered."""


@dataclass(frozen=True, slots=True)
class Parts:
    """`rule`: why no such text can be written at all."""

    usual: int = 0
    most: int = 0
    rule: str | None = None


class Price:
    """Of a campaign's texts."""

    def __init__(self, campaign: Campaign, prices: Prices) -> None:
        self._campaign, self._prices = campaign, prices
        self.parts = lru_cache(maxsize=WORDINGS)(self._parts)

    def of_part(self, country: str) -> int:
        """In millionths of a US dollar."""
        return self._prices.of(country)

    def _parts(self, name: str, locale: str) -> Parts:
        campaign = self._campaign
        template = campaign.template(name, locale) or default_template(name, locale)
        if template is None:
            return Parts(rule="no_template")
        usual, most = typical(campaign, name, locale), worst_case(campaign, name, locale)
        if missing(template, usual):
            return Parts(rule="field_missing")
        return Parts(count_parts(fill(template, usual)), count_parts(fill(template, most)))
