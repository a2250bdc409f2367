"""What a code that an automation gives is worth, where it is not the campaign's own offer."""

from collections.abc import Iterator

from twofold.automations.definition.steps import IssueCode
from twofold.campaigns.check.codes import rules_faults
from twofold.campaigns.check.rewards import offer_faults
from twofold.campaigns.model import Campaign
from twofold.messages.texts.findings import Finding, error


def faults(path: str, step: IssueCode, campaign: Campaign) -> Iterator[Finding]:
    if step.offer is None:
        return
    at = f"{path}.offer"
    for sentence in (*offer_faults(at, step.offer), *rules_faults(at, step.offer, campaign)):
        field, _, detail = sentence.partition(": ")
        yield error(field, "bad_offer", detail)
