"""What people agree to: it must be there in every language in which they are asked."""

from collections.abc import Iterator

from twofold.campaigns.address import is_web
from twofold.campaigns.model import Campaign, ConsentWording


def faults(path: str, campaign: Campaign) -> Iterator[str]:
    """A sentence for each fault of the consents' wordings; older ones must still be there to be looked up."""
    if not campaign.consents:
        yield f"{path}: there is no wording, and nobody can agree to nothing."
    versions = [wording.version for wording in campaign.consents]
    for position, wording in enumerate(campaign.consents):
        at = f"{path}[{position}]"
        if wording.version in versions[:position]:
            yield f"{at}.version: another wording is {wording.version}; a changed text is a new version."
        latest = wording is campaign.consents[-1]
        yield from _wrong(at, wording, {campaign.locale, *(campaign.texts if latest else ())})


def _wrong(path: str, wording: ConsentWording, locales: set[str]) -> Iterator[str]:
    for locale in sorted(locales):
        if not wording.text.get(locale, "").strip():
            yield f"{path}.text: the text lacks `{locale}`, and nobody can agree to what they cannot read."
    for name in ("terms_url", "privacy_url"):
        if not is_web(getattr(wording, name)):
            yield f"{path}.{name}: this is a page whose address begins with https://."
