"""Everything that is wrong with an automation, and what could be better."""

from collections.abc import Iterator, Sequence

from twofold.automations.definition.automation import Automation
from twofold.campaigns.model import Campaign
from twofold.messages.texts.findings import Finding, errors

from . import conditions, itself, place, rhythm, steps, trigger


def check(
    automation: Automation, campaign: Campaign, *, hears: Sequence[str], before: Automation | None = None
) -> tuple[Finding, ...]:
    """Everything that is found, errors first, each with its path in the automation (`steps[2].days`).

    `hears` are the events that the deployment hears; `before` is the version that is in use.
    """
    found = tuple(_found(automation, campaign, hears, before))
    # What is said of a rhythm is said of waits that make sense.
    hints = () if errors(found) else rhythm.hints(automation, campaign)
    return tuple(sorted((*found, *hints), key=lambda finding: finding.severity, reverse=True))


def _found(
    automation: Automation, campaign: Campaign, hears: Sequence[str], before: Automation | None
) -> Iterator[Finding]:
    yield from itself.faults(automation, campaign)
    yield from trigger.faults(automation, hears)
    yield from conditions.faults("conditions", automation.conditions, place.entering(automation))
    yield from steps.faults(automation, campaign, before)
