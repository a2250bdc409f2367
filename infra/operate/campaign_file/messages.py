"""The messages of a campaign's file: none goes in that must not be sent."""

from pathlib import Path

from infra.commands.screen import CannotGoOn
from twofold.campaigns.model import Campaign
from twofold.messages.texts.check import check_templates
from twofold.messages.texts.findings import Finding, errors
from twofold.messages.texts.samples import SITE


def check(file: Path, campaign: Campaign, site: str = SITE) -> tuple[Finding, ...]:
    """What could be better about its messages at this address of ours, or at a usual one where that is longer.

    Raises CannotGoOn, with all that is found, when one of them must not be sent.
    """
    found = found_in(campaign, site)
    if errors(found):
        raise CannotGoOn("\n    ".join((f"{file}: its messages cannot be sent like this.", *map(str, found))))
    return found


def found_in(campaign: Campaign, site: str) -> tuple[Finding, ...]:
    return check_templates(campaign, site=max(site, SITE, key=len))
