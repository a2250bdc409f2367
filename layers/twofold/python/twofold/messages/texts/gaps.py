"""Templates that are not there, and who misses them."""

from collections.abc import Iterator

from twofold.campaigns.model import Campaign
from twofold.messages.model import CODE, VERIFICATION

from .defaults import NAMES
from .findings import Finding, advice, error


def gaps(campaign: Campaign) -> Iterator[Finding]:
    """Errors in the campaign's own language, which all others fall back to; advice in those."""
    written = {
        name for templates in campaign.templates.values() for name, text in templates.items() if text.strip()
    }
    needed = {VERIFICATION, CODE} | (written - NAMES)
    for name in sorted(needed):
        if not _has(campaign, campaign.locale, name):
            detail = f"Write the template {name} in {campaign.locale}, the campaign's own language."
            yield error(f"templates.{campaign.locale}.{name}", "template_missing", detail)
    for locale in sorted({*campaign.texts, *campaign.templates} - {campaign.locale}):
        yield from _untranslated(campaign, locale)


def _untranslated(campaign: Campaign, locale: str) -> Iterator[Finding]:
    own = campaign.templates.get(campaign.locale, {})
    missing = [
        name for name in own if _has(campaign, campaign.locale, name) and not _has(campaign, locale, name)
    ]
    for name in missing:
        detail = f"Not written in {locale}: people there get it in {campaign.locale}."
        yield advice(f"templates.{locale}.{name}", "not_translated", detail)


def _has(campaign: Campaign, locale: str, name: str) -> bool:
    """In this very locale, or in its language."""
    nearest = (locale, locale.split("-")[0])
    return any(campaign.templates.get(at, {}).get(name, "").strip() for at in nearest)
