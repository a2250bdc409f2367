"""Texts that would have a gap where an automation sends them, and so would not go."""

from collections.abc import Iterator

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.conditions import Condition
from twofold.campaigns.model import Campaign
from twofold.messages.texts.fields import FRIENDS
from twofold.messages.texts.fill import fields_of, missing
from twofold.messages.texts.findings import Finding, advice, error

from .code_at import code_at


def faults(path: str, text: str, at: int, automation: Automation, campaign: Campaign) -> Iterator[Finding]:
    """`text` is the template of the step that stands there."""
    if _needs("code", text):
        yield from _code(path, at, automation)
    asked = (*automation.conditions, *automation.steps[at].when)
    if _needs(FRIENDS, text) and campaign.referral is None and not any(map(_rewarded, asked)):
        detail = "it has a link for {friends}, and this campaign rewards nobody for them; send another."
        yield error(path, "no_friends", detail)


def _needs(field: str, text: str) -> bool:
    return field in missing(text, {**dict.fromkeys(fields_of(text), "x"), field: ""})


def _code(path: str, at: int, automation: Automation) -> Iterator[Finding]:
    match code_at(automation, at):
        case "none":
            detail = (
                "it speaks of a {code}, and there is none: put a step issue_code before it, or send another."
            )
            yield error(path, "no_code", detail)
        case "perhaps":
            detail = "it speaks of a {code}; who has none by then does not get it. {code|words} has words for them."
            yield advice(path, "perhaps_no_code", detail)


def _rewarded(condition: Condition) -> bool:
    """Whether it keeps the text from campaigns that reward nobody."""
    return condition.fact == "campaign.referral" and (condition.is_ == ("yes",) or "no" in condition.not_)
