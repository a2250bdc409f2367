"""What a text would cost: written for its recipient as whoever sends it writes it, its links apart."""

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from twofold.campaigns.model import Campaign
from twofold.leads.phone import Phone
from twofold.messages.links.shorten import Shorten
from twofold.messages.model import Message
from twofold.messages.money.prices import Prices
from twofold.messages.sending.decide import Circumstances
from twofold.messages.sending.write import WriteText
from twofold.messages.texts.defaults import default_template
from twofold.messages.texts.fields import FRIENDS, LINK
from twofold.messages.texts.fill import fill
from twofold.messages.texts.parts import count_parts
from twofold.messages.texts.samples import typical, worst_case

WORDINGS = 1_000
"""Templates in their languages that are remembered."""


@dataclass(frozen=True, slots=True)
class Cost:
    """`most_parts` with the longest values that are likely; `price` of one part, in millionths of a US dollar."""

    country: str
    parts: int
    most_parts: int
    price: int


class CostOf:
    """Of a campaign's texts."""

    def __init__(self, campaign: Campaign, prices: Prices) -> None:
        self._campaign, self._prices = campaign, prices
        self._most = lru_cache(maxsize=WORDINGS)(self._worst)
        # A link is a row that is made with the text, and a lead's own one may not be there: neither is asked for here.
        self._write = WriteText(
            shorten=cast(Shorten, lambda message, campaign: self._address(LINK)),
            prices=prices,
            own_link=lambda lead_id, campaign: self._address(FRIENDS),
        )

    def __call__(self, message: Message, now: Circumstances, to: Phone) -> Cost:
        """Raises InvalidRequest where no such text can be written: `no_template`, `field_missing`."""
        written, _ = self._write(message, self._campaign, to, now.lead, now.code)
        locale = (now.lead.locale if now.lead else None) or self._campaign.locale
        most = max(written.parts, self._most(message.template, locale))
        return Cost(to.country, written.parts, most, self._prices.of(to.country))

    def _address(self, field: str) -> str:
        return typical(self._campaign, "reminder", self._campaign.locale)[field]

    def _worst(self, name: str, locale: str) -> int:
        template = self._campaign.template(name, locale) or default_template(name, locale) or ""
        return count_parts(fill(template, worst_case(self._campaign, name, locale)))
