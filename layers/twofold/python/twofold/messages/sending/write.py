"""Writes a message's text: the campaign's template in the lead's language, filled in for this one person."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from twofold.campaigns.model import Campaign
from twofold.codes.model import DiscountCode
from twofold.contracts.errors import InvalidRequest
from twofold.leads.model import Lead
from twofold.leads.phone import Phone
from twofold.messages.links.shorten import Shorten
from twofold.messages.model import Message, Sms
from twofold.messages.money.prices import Prices
from twofold.messages.texts.defaults import default_template
from twofold.messages.texts.fields import FRIENDS, LINK, About, values
from twofold.messages.texts.fill import fields_of, fill, missing
from twofold.messages.texts.parts import count_parts

LIFETIME = 4 * 3600
"""Seconds that a provider may keep trying a text whose own end does not come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteText:
    """`own_link` finds the address that a lead brings friends by to a campaign, "" where there is none."""

    shorten: Shorten
    prices: Prices
    own_link: Callable[[str, Campaign], str]

    def __call__(
        self, message: Message, campaign: Campaign, to: Phone, lead: Lead | None, code: DiscountCode | None
    ) -> tuple[Message, Sms]:
        """The message with its text, parts and price, and the SMS.

        Raises InvalidRequest: `no_template`, or `field_missing` with the field that there is nothing to put in for.
        """
        locale = message.locale or (lead.locale if lead else None) or campaign.locale
        template = campaign.template(message.template, locale) or default_template(message.template, locale)
        if template is None:
            raise InvalidRequest(f"The campaign has no template {message.template}.", code="no_template")
        about = About(campaign=campaign, locale=locale, said=message.fields, lead=lead, code=code)
        text = self._filled(template, message, about)
        return self.priced(message, text, text, to)

    def priced(self, message: Message, text: str, shown: str, to: Phone) -> tuple[Message, Sms]:
        """The message as it stands with this text; `shown` is what may be kept of it."""
        price, parts = self.prices.of(to.country), count_parts(text)
        written = replace(message, shown=shown, parts=parts, price=price * parts)
        lifetime = _lifetime(message.expires_at, message.planned_at)
        sms = Sms(
            to=to,
            text=text,
            message_class=message.message_class,
            message_id=message.message_id,
            price=price,
            lifetime=lifetime,
        )
        return written, sms

    def _filled(self, template: str, message: Message, about: About) -> str:
        fields, named = values(message.template, about), fields_of(template)
        if FRIENDS in named and fields.get(FRIENDS) == "":
            fields[FRIENDS] = self.own_link(message.lead_id, about.campaign)
        if LINK in fields and LINK in named:
            # A link is a row of its own: only a text that shows one gets one, and only if nothing else is missing.
            _refuse_gaps(template, {**fields, LINK: "made last"})
            fields[LINK] = self.shorten(message, about.campaign)
        _refuse_gaps(template, fields)
        return fill(template, fields)


def _refuse_gaps(template: str, fields: dict[str, str]) -> None:
    for name in missing(template, fields):
        why = f"There is nothing to put in for {{{name}}}, and a text with a gap is not sent."
        raise InvalidRequest(why, code="field_missing", field=name)


def _lifetime(expires_at: datetime | None, at: datetime) -> int:
    left = int((expires_at - at).total_seconds()) if expires_at else LIFETIME
    return max(60, min(LIFETIME, left))
