"""When and how the widget asks, and where the shop takes the code."""

import re
from collections.abc import Iterator

from twofold.campaigns import theme
from twofold.campaigns.address import takes_code
from twofold.campaigns.model import Campaign, Variant
from twofold.contracts.payloads.assets import WidgetRules

from . import texts

NAME = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
"""What a sign-up may name as its variant."""

_NUMBERS = (
    "popup_after_s",
    "popup_scroll_percent",
    "quiet_days_after_dismissal",
    "most_popups",
    "most_popups_days",
)


def faults(path: str, campaign: Campaign) -> Iterator[str]:
    """A sentence for each fault of what the widget gets."""
    yield from theme.faults(f"{path}.theme", campaign.theme)
    yield from _rules(f"{path}.rules", campaign.rules)
    names = [variant.name for variant in campaign.variants]
    for position, variant in enumerate(campaign.variants):
        at = f"{path}.variants[{position}]"
        if variant.name in names[:position]:
            yield f"{at}.name: another variant is called {variant.name}."
        yield from _variant(at, variant, campaign)
    if campaign.apply_url is not None and not takes_code(campaign.apply_url):
        yield (
            f"{path}.apply_url: this is an https address, or a path that begins with one /, with {{code}} in it: "
            "/discount/{code}."
        )


def _variant(path: str, variant: Variant, campaign: Campaign) -> Iterator[str]:
    if not NAME.fullmatch(variant.name):
        yield f"{path}.name: a name has up to 64 letters, digits and _ . : - and no space."
    if variant.share < 1:
        yield f"{path}.share: a variant is for a share of 1 or more."
    yield from texts.faults(f"{path}.texts", variant.texts)
    if variant.texts:
        for locale in sorted({campaign.locale, *campaign.texts} - set(variant.texts)):
            yield f"{path}.texts: the texts lack `{locale}`, so that its people would read `{campaign.locale}`."
    yield from theme.faults(f"{path}.theme", variant.theme and {**(campaign.theme or {}), **variant.theme})
    yield from _rules(f"{path}.rules", variant.rules)


def _rules(path: str, rules: WidgetRules | None) -> Iterator[str]:
    if rules is None:
        return
    for name in _NUMBERS:
        if getattr(rules, name) < 0:
            yield f"{path}.{name}: this is 0 or more; 0 switches it off."
    if rules.popup_scroll_percent > 100:
        yield f"{path}.popup_scroll_percent: a page ends at 100 per cent."
    for name in ("pages", "not_pages"):
        for position, pattern in enumerate(getattr(rules, name)):
            if not pattern.startswith("/"):
                yield f"{path}.{name}[{position}]: a page's path begins with /, such as /menu*."
