"""What an automation does: each step makes sense by itself, and is known by an id that stays what it was."""

from collections.abc import Iterator

import msgspec

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import (
    AnyStep,
    ChangeStage,
    IssueCode,
    Notify,
    Send,
    Stop,
    Tag,
    Until,
    Wait,
)
from twofold.campaigns.check.meant import meant
from twofold.campaigns.model import Campaign
from twofold.leads.model import STAGES
from twofold.messages.texts.findings import Finding, error

from . import conditions, ids, offers, place, sends, tags, waits

MOST, LARGEST = 20, 32_000
"""Steps, and bytes of the whole automation as JSON: it is read again and again, and a row holds 400 KB."""

LONGEST_NOTE = 300


def faults(automation: Automation, campaign: Campaign, before: Automation | None) -> Iterator[Finding]:
    """`before` is the version that is in use, whose ids must keep their meaning."""
    if not automation.acting:
        detail = "it does nothing. Give it a step that does something, such as one that sends a text."
        yield error("steps", "does_nothing", detail)
    if len(automation.steps) > MOST:
        yield error(
            "steps", "too_many", f"these are {MOST} steps at most; {len(automation.steps)} stand here."
        )
    if len(msgspec.json.encode(automation)) > LARGEST:
        detail = f"all of the automation is more than {LARGEST} bytes; take out conditions, or make it two."
        yield error("steps", "too_large", detail)
    yield from ids.faults(automation, before)
    for at, step in enumerate(automation.steps):
        yield from _one(f"steps[{at}]", at, automation, campaign)
        if not step.waits:
            yield from conditions.faults(f"steps[{at}].when", step.when, place.stepping(automation))


def _one(path: str, at: int, automation: Automation, campaign: Campaign) -> Iterator[Finding]:
    step = automation.steps[at]
    match step:
        case Wait() | Until():
            yield from waits.faults(path, step, automation)
        case Send():
            yield from sends.faults(path, at, automation, campaign)
        case IssueCode():
            yield from offers.faults(path, step, campaign)
        case Tag():
            yield from tags.faults(path, step)
        case _:
            yield from _other(path, step, behind=automation.steps[at + 1 :])


def _other(path: str, step: AnyStep, behind: tuple[AnyStep, ...]) -> Iterator[Finding]:
    if isinstance(step, ChangeStage) and step.to not in STAGES[1:]:
        hint = meant(step.to, STAGES[1:])
        detail = f"`{step.to}` is no stage that one comes to{hint} There are {', '.join(STAGES[1:])}."
        yield error(f"{path}.to", "unknown_stage", detail)
    if isinstance(step, Notify) and not (step.note.strip() and len(step.note) <= LONGEST_NOTE):
        yield error(
            f"{path}.note", "no_note", f"this is what they shall read: up to {LONGEST_NOTE} characters."
        )
    if isinstance(step, Stop) and not step.when and behind:
        detail = (
            "it is over here for everybody, so nothing behind it is ever done. Say `when`, or take it out."
        )
        yield error(path, "stops_everybody", detail)
