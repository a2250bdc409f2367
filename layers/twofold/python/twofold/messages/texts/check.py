"""What a campaign's messages must fulfil before it is saved, and what would make them cheaper."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from twofold.campaigns.model import Campaign

from .findings import Finding, error
from .gaps import gaps
from .lengths import length
from .rules import RULES
from .samples import SITE
from .written import Written


def check_templates(campaign: Campaign, *, site: str = SITE) -> tuple[Finding, ...]:
    """Everything that is found, errors first. `site` is our address, without a trailing slash."""
    found = [*_target(campaign), *gaps(campaign)]
    for written in _all(campaign):
        found += [finding for rule in RULES for finding in rule(written)]
        found += length(written, site)
    return tuple(sorted(found, key=lambda finding: finding.severity, reverse=True))


def _all(campaign: Campaign) -> Iterator[Written]:
    """Templates that say something; a blank one is a gap."""
    for locale, templates in campaign.templates.items():
        for name, text in templates.items():
            if text.strip():
                yield Written(campaign=campaign, locale=locale, name=name, text=text)


def _target(campaign: Campaign) -> Iterator[Finding]:
    target = campaign.target_url
    if target is not None and not _is_address(target):
        detail = "Links of messages lead here, so it must be a whole address: https://shop.example/menu."
        yield error("target_url", "target_not_https", detail)


def _is_address(target: str) -> bool:
    try:
        parts = urlsplit(target)
        whole = parts.scheme == "https" and "." in (parts.hostname or "") and parts.port != 0
    except ValueError:
        return False
    return whole and "@" not in parts.netloc and not any(c.isspace() for c in target)
