"""Everything that is wrong with a campaign; its messages' templates apart, which `messages.texts` checks."""

from collections.abc import Iterator

from twofold.campaigns.model import Campaign

from . import codes, consents, pace, rewards, texts, widget
from .country import country_fault


def faults(path: str, campaign: Campaign) -> Iterator[str]:
    """A sentence for each fault, beginning with its path: `campaign.texts.de.inrto: there is no such text; …`."""
    yield from _itself(path, campaign)
    yield from _limits(path, campaign)
    yield from rewards.faults(path, campaign)
    yield from codes.faults(path, campaign)
    yield from texts.faults(f"{path}.texts", campaign.texts)
    yield from consents.faults(f"{path}.consents", campaign)
    yield from widget.faults(path, campaign)
    yield from pace.faults(path, campaign)


def _itself(path: str, campaign: Campaign) -> Iterator[str]:
    if not campaign.brand.strip() or not campaign.brand.isprintable():
        yield f"{path}.brand: this is one line of plain letters."
    if not texts.LOCALE.fullmatch(campaign.locale):
        yield f"{path}.locale: this is no language; write it as in de or pt-BR."
    if not campaign.countries:
        yield f"{path}.countries: name one at least; the first says how a national number is read."
    for position, country in enumerate(campaign.countries):
        if fault := country_fault(country):
            yield f"{path}.countries[{position}]: {fault}"


def _limits(path: str, campaign: Campaign) -> Iterator[str]:
    for name in ("total", "day"):
        cents = getattr(campaign.budget, name)
        if cents is not None and cents < 0:
            yield f"{path}.budget.{name}: this is in US cents, 0 or more."
    yield from codes.ends(path, campaign.starts_at, campaign.ends_at)
