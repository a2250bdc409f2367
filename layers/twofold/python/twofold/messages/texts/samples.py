"""Values to fill a campaign's messages in with before there is anybody to send them to.

What the campaign itself lacks, such as a contact, is blank here too.
"""

from collections.abc import Mapping

from twofold.assets.links import REFERRAL_LENGTH
from twofold.campaigns.model import Campaign
from twofold.codes.draw import LENGTH
from twofold.codes.tidy import tidy
from twofold.contracts.events import REFERRAL_MARK
from twofold.contracts.payloads.base import VERIFICATION_DIGITS
from twofold.messages.links.model import SLUG
from twofold.messages.model import VERIFICATION

from .fields import FIRST_NAME, FRIENDS, LINK, About, values

SITE = "https://go.your-shop.com"
"""As long as an address of ours is reckoned to be: 24 characters."""

SHORTEST_CODE = 12
"""Characters of a code that are reckoned with, however short a campaign's prefix is."""


def worst_case(campaign: Campaign, template: str, locale: str, site: str = SITE) -> Mapping[str, str]:
    """The longest values that are likely in this template: a first name of 20 letters, a long code, a date, a link."""
    return _values(campaign, template, locale, site, first_name="Maximiliana-Victoria")


def typical(campaign: Campaign, template: str, locale: str, site: str = SITE) -> Mapping[str, str]:
    """Values as most people get them."""
    return _values(campaign, template, locale, site, first_name="Anna")


def _values(
    campaign: Campaign, template: str, locale: str, site: str, *, first_name: str
) -> Mapping[str, str]:
    consents = campaign.consents[-1].text if campaign.consents else {}
    said = {
        "code": "123456789"[:VERIFICATION_DIGITS] if template == VERIFICATION else _code(campaign),
        "expires": "" if campaign.offer.endless else "2026-12-31",
        LINK: f"{site}/{'w' * SLUG}",
        FIRST_NAME: first_name,
        FRIENDS: f"{site}/{REFERRAL_MARK.ljust(REFERRAL_LENGTH, 'W')}" if campaign.referral else "",
        "consent": consents.get(locale) or consents.get(campaign.locale, ""),
    }
    return values(template, About(campaign=campaign, locale=locale, said=said))


def _code(campaign: Campaign) -> str:
    return (tidy(campaign.code_prefix) + "W" * LENGTH).ljust(SHORTEST_CODE, "W")
