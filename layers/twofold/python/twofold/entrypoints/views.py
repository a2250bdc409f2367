"""What the pages' templates are filled in with."""

import json
from typing import NamedTuple

from twofold.campaigns.model import Campaign
from twofold.contracts.payloads import AssetSettings, CodeStatus, OfferTerms

from .dates import in_words
from .texts import LANDING_TEXTS, SCRIPT_TEXTS


class View(NamedTuple):
    """A template's name, and what it is filled in with."""

    template: str
    fields: dict[str, str]


def landing(asset: AssetSettings) -> dict[str, str]:
    """Fields of `landing.html`; `strings` is what the script says, as JSON."""
    texts = asset.texts
    said = {name: texts[name] for name in SCRIPT_TEXTS if name in texts}
    return {
        "asset_id": asset.asset_id,
        "brand": asset.brand,
        "title": asset.title,
        "locale": asset.locale,
        "consent_version": asset.consent.version,
        "consent": asset.consent.text,
        "terms_url": asset.consent.terms_url,
        "privacy_url": asset.consent.privacy_url,
        "strings": json.dumps(said, ensure_ascii=False),
        **{name: texts[name] for name in LANDING_TEXTS},
    }


def code(status: CodeStatus, campaign: Campaign, wished: str | None) -> View:
    """A code's own page, in the campaign's locale that comes nearest to the one wished for."""
    locale = campaign.best_locale(wished)
    fields = {
        "brand": status.campaign.brand,
        "title": _title(status.discount, campaign, locale),
        "locale": locale,
        "code": status.code,
    }
    if not status.valid:
        return View("code_over.html", fields | {"verdict": _fault(status, campaign, locale)})
    good = {
        "verdict": campaign.text("show_at_till", locale),
        "worth": _worth(status.discount, campaign, locale),
        "expires": _expiry(status, campaign, locale),
    }
    return View("code.html", fields | good)


def _title(terms: OfferTerms, campaign: Campaign, locale: str) -> str:
    # A code keeps the offer it was drawn for: only the name of that one may be translated.
    return campaign.title(locale) if terms.title == campaign.offer.title else terms.title


def _fault(status: CodeStatus, campaign: Campaign, locale: str) -> str:
    known = f"over_{status.reason}" in campaign.texts[campaign.locale]
    return campaign.text(f"over_{status.reason}" if known else "over_other", locale)


def _expiry(status: CodeStatus, campaign: Campaign, locale: str) -> str:
    if not isinstance(status.expires_at, str):
        return ""
    return f"{campaign.text('valid_until', locale)} {in_words(status.expires_at, locale)}"


def _worth(terms: OfferTerms, campaign: Campaign, locale: str) -> str:
    if terms.kind == "percent":
        return f"−{terms.value} %"
    if terms.kind == "amount":
        amount = f"{terms.value / 100:.2f}"
        return f"−{amount if locale.startswith('en') else amount.replace('.', ',')} {terms.currency}"
    return campaign.text("worth_item", locale)
