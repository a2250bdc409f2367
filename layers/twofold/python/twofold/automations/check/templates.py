"""Templates that a step may send: the campaign's or ours, and no answers but one."""

from collections.abc import Iterator

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import Send
from twofold.campaigns.check.meant import meant
from twofold.campaigns.model import Campaign
from twofold.contracts.events import CodeIssued, EventData, MessageReceived
from twofold.messages.model import CODE, VERIFICATION
from twofold.messages.texts.defaults import ANSWERS, ASK_WHY, NAMES, default_template
from twofold.messages.texts.findings import Finding, error

from . import gaps, place

CODE_ELSEWHERE = (
    "the text that tells a code goes by itself as soon as there is one. It can stand as the first step of an "
    "automation on code.issued.v1, without waits or a `when` before it; elsewhere send another, such as reminder."
)
WHY_ELSEWHERE = "this asks back whoever has just written: only for automations on message.received.v1."


def faults(path: str, name: str, at: int, automation: Automation, campaign: Campaign) -> Iterator[Finding]:
    text = words_of(name, campaign)
    if text is None:
        hint = meant(name, _sendable(campaign))
        detail = (
            f"neither the campaign nor we have a template `{name}`{hint} Write it in {campaign.locale} first."
        )
        yield error(path, "unknown_template", detail)
    elif why := _why_not(name, at, automation):
        yield error(path, "not_for_this", why)
    else:
        yield from gaps.faults(path, text, at, automation, campaign)


def words_of(name: str, campaign: Campaign) -> str | None:
    """What the template says in the campaign's own language, which all others fall back to."""
    return campaign.template(name, campaign.locale) or default_template(name, campaign.locale)


def _why_not(name: str, at: int, automation: Automation) -> str | None:
    varied = _has_variants(automation, at)
    if name == VERIFICATION:
        return "verification codes are sent to whoever signs up, and by nothing else."
    if name == CODE:
        alone = at == 0 and not automation.steps[at].when
        return None if alone and _sets_off(automation, CodeIssued) and not varied else CODE_ELSEWHERE
    if name == ASK_WHY:
        return None if _sets_off(automation, MessageReceived) and not varied else WHY_ELSEWHERE
    return "this answers what somebody wrote, and is no marketing; send another." if name in ANSWERS else None


def _sets_off(automation: Automation, kind: type[EventData]) -> bool:
    return place.is_unsettled(automation) or place.event_of(automation) is kind


def _has_variants(automation: Automation, at: int) -> bool:
    step = automation.steps[at]
    return isinstance(step, Send) and bool(step.variants)


def _sendable(campaign: Campaign) -> set[str]:
    own = {name for texts in campaign.templates.values() for name in texts}
    return (own | NAMES) - ANSWERS - {VERIFICATION, CODE}
