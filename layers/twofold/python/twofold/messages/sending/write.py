"""Writes a message's text: the campaign's template in the lead's language, filled in for this one person."""

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
from twofold.messages.texts.fill import fill
from twofold.messages.texts.parts import count_parts

LIFETIME = 4 * 3600
"""Seconds that a provider may keep trying a text whose own end does not come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteText:
    shorten: Shorten
    prices: Prices

    def __call__(
        self, message: Message, campaign: Campaign, to: Phone, lead: Lead | None, code: DiscountCode | None
    ) -> tuple[Message, Sms]:
        """The message with its text, parts and price, and the SMS. Raises InvalidRequest without a template."""
        locale = message.locale or (lead.locale if lead else None) or campaign.locale
        template = campaign.template(message.template, locale) or default_template(message.template, locale)
        if template is None:
            raise InvalidRequest(f"The campaign has no template {message.template}.", code="no_template")
        text = fill(template, self._fields(template, message, campaign, lead, code, locale))
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

    def _fields(
        self,
        template: str,
        message: Message,
        campaign: Campaign,
        lead: Lead | None,
        code: DiscountCode | None,
        locale: str,
    ) -> dict[str, str]:
        expires_at = code.expires_at if code else message.expires_at
        fields = {
            "brand": campaign.brand,
            "title": campaign.title(campaign.best_locale(locale)),
            "contact": campaign.contact or "",
            "first_name": ((lead and lead.attributes) or {}).get("first_name", ""),
            "expires": expires_at.strftime("%Y-%m-%d") if expires_at else "",
            **message.fields,
        }
        # A link is a row of its own: only a text that shows one gets one.
        return {**fields, "link": self.shorten(message, campaign)} if "{link" in template else fields


def _lifetime(expires_at: datetime | None, at: datetime) -> int:
    left = int((expires_at - at).total_seconds()) if expires_at else LIFETIME
    return max(60, min(LIFETIME, left))
