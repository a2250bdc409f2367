"""The page of a discount code: which template it is, and what that is filled in with."""

from typing import NamedTuple

from twofold.campaigns.model import Campaign
from twofold.campaigns.words.speak import words
from twofold.contracts.payloads import CodeStatus, OfferTerms

from .dates import in_words


class View(NamedTuple):
    """A template's name, and what it is filled in with."""

    template: str
    fields: dict[str, str]


def code_page(status: CodeStatus, campaign: Campaign, wished: str | None) -> View:
    """A code's own page, in the campaign's locale that comes nearest to the one wished for."""
    locale = campaign.best_locale(wished)
    said = words(campaign, locale)
    fields = {
        "brand": status.campaign.brand,
        "title": campaign.named(status.discount.title, locale),
        "locale": locale,
        "code": status.code,
    }
    if not status.valid:
        return View(
            "code_over.html", fields | {"verdict": said.get(f"over_{status.reason}", said["over_other"])}
        )
    good = {
        "verdict": said["show_at_till"],
        "worth": _worth(status.discount, said, locale),
        "expires": _expiry(status, said, locale),
    }
    return View("code.html", fields | good)


def _expiry(status: CodeStatus, said: dict[str, str], locale: str) -> str:
    if not isinstance(status.expires_at, str):
        return ""
    return f"{said['valid_until']} {in_words(status.expires_at, locale)}"


def _worth(terms: OfferTerms, said: dict[str, str], locale: str) -> str:
    if terms.kind == "percent":
        return f"−{terms.value} %"
    if terms.kind == "amount":
        amount = f"{terms.value / 100:.2f}"
        return f"−{amount if locale.startswith('en') else amount.replace('.', ',')} {terms.currency}"
    return said["worth_item"]
