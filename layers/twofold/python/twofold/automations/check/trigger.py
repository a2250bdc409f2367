"""What sets an automation off: something that happens to leads, that the deployment hears, and never itself."""

from collections.abc import Iterator, Sequence

from twofold.automations.definition.automation import Automation, Daily, On
from twofold.automations.definition.steps import AnyStep, ChangeStage, IssueCode, Send, Tag
from twofold.campaigns.check.meant import meant
from twofold.contracts.causes import AUTOMATION
from twofold.contracts.events import (
    CATALOGUE,
    AssetVisited,
    CampaignChanged,
    CodeIssued,
    EventData,
    ImportFinished,
    LeadOptedOut,
    LeadStageChanged,
    LeadUpdated,
    MessageBlocked,
    MessageDelivered,
    MessageFailed,
    MessagePlanned,
    MessageSent,
    PoolLow,
    SignupRequested,
)
from twofold.messages.texts.findings import Finding, error

from . import conditions, place
from .waits import LONGEST
from .words import kind_of

_NOBODY = {
    AssetVisited: "a visit is nobody's whom one could write to; lead.confirmed.v1 comes once they have signed up.",
    SignupRequested: "nobody has agreed to anything yet; lead.confirmed.v1 comes once they have.",
    LeadOptedOut: "who has opted out gets nothing any more.",
    PoolLow: "this happens to a campaign and to no lead.",
    ImportFinished: "this happens to a file and to no lead.",
    CampaignChanged: "this happens to a campaign and to no lead.",
}
"""Events that let nobody enter, and why."""

_OF_A_TEXT: frozenset[type[EventData]] = frozenset(
    {MessagePlanned, MessageSent, MessageBlocked, MessageDelivered, MessageFailed}
)
"""What each text brings about by itself."""

_MADE: dict[type[EventData], type[AnyStep]] = {
    **dict.fromkeys(_OF_A_TEXT, Send),
    LeadUpdated: Tag,
    LeadStageChanged: ChangeStage,
}
"""The step that makes such an event."""


def faults(automation: Automation, hears: Sequence[str]) -> Iterator[Finding]:
    trigger = automation.trigger
    if isinstance(trigger, Daily):
        yield from _daily(automation, trigger)
        return
    kind = kind_of(trigger.event)
    if kind is None:
        detail = f"there is no event `{trigger.event}`{meant(trigger.event, CATALOGUE)} docs/events.md has them all."
        yield error("trigger.event", "unknown_event", detail)
        return
    yield from _heard(kind, hears)
    yield from _itself(automation, trigger, kind)
    yield from conditions.faults("trigger.where", trigger.where, place.where(automation))


def _daily(automation: Automation, trigger: Daily) -> Iterator[Finding]:
    if not 1 <= trigger.quiet_days <= LONGEST.days:
        yield error(
            "trigger.quiet_days", "out_of_range", f"this is 1 to {LONGEST.days} days without a sign of them."
        )
    if automation.again.rule == "each":
        detail = (
            "each is for each code, cart or order, and a quiet day is none; say after, with days, or never."
        )
        yield error("again.rule", "no_cause", detail)


def _heard(kind: type[EventData], hears: Sequence[str]) -> Iterator[Finding]:
    if kind in _NOBODY:
        yield error("trigger.event", "nobody_enters", f"nobody can enter by it: {_NOBODY[kind]}")
    elif kind not in map(kind_of, hears):
        listed = ", ".join(f'"{name}"' for name in (*hears, kind.type))
        detail = (
            f"this deployment does not hear {kind.type}. In its file in infra/environments, under [automations], "
            f"write hears = [{listed}] and deploy it."
        )
        yield error("trigger.event", "not_heard", detail)


def _itself(automation: Automation, trigger: On, kind: type[EventData]) -> Iterator[Finding]:
    """Whoever may enter for each event would go round for ever where the steps make such an event themselves."""
    if automation.again.rule != "each":
        return
    made = {type(step) for step in automation.steps}
    if kind.type.startswith("automation.") or _MADE.get(kind) in made:
        detail = f"each {kind.type} of its own would set it off again; say never, or after."
        yield error("again.rule", "sets_itself_off", detail)
    if kind is CodeIssued and IssueCode in made and not _of_others(trigger):
        detail = (
            f"the code that it gives would set it off again; ask for an event.cause that is not {AUTOMATION}."
        )
        yield error("trigger.where", "sets_itself_off", detail)


def _of_others(trigger: On) -> bool:
    """Whether it asks for codes that no automation gave."""
    asked = [condition for condition in trigger.where if condition.fact == "event.cause"]
    return any((each.is_ and AUTOMATION not in each.is_) or AUTOMATION in each.not_ for each in asked)
