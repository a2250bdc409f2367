"""Ids of steps: a text that was sent, and whoever is moved to another version, are known by them."""

from collections.abc import Iterator

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import AnyStep
from twofold.automations.enrolments.events import kind_of
from twofold.messages.texts.findings import Finding, error

from .itself import SLUG


def faults(automation: Automation, before: Automation | None) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for at, step in enumerate(automation.steps):
        if step.waits:
            continue
        if wrong := _wrong(step.id) or _taken(step, seen) or _changed(step, before):
            yield error(f"steps[{at}].id", "bad_id", wrong)
        seen.setdefault(step.id, at)


def _wrong(step_id: str) -> str | None:
    if SLUG.fullmatch(step_id):
        return None
    told = "give the step a name that it keeps for good" if not step_id else "this is a name for machines"
    return f"{told}: up to 40 small letters, digits and hyphens, such as day-7."


def _taken(step: AnyStep, seen: dict[str, int]) -> str | None:
    at = seen.get(step.id)
    return None if at is None else f"steps[{at}] is called {step.id} already."


def _changed(step: AnyStep, before: Automation | None) -> str | None:
    known = before.step(step.id) if before else None
    if before is None or known is None or type(known) is type(step):
        return None
    was = kind_of(known)
    return (
        f"in version {before.version} {step.id} was a step of another kind ({was}); give this one a new id."
    )
