"""Whether there is a code that an automation is about when one of its steps is done."""

from typing import Literal

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import IssueCode
from twofold.contracts.events import CodeIssued

from . import place


def code_at(automation: Automation, at: int) -> Literal["surely", "perhaps", "none"]:
    """`at` is where the step stands."""
    given = [step for step in automation.steps[:at] if isinstance(step, IssueCode)]
    by_a_code = place.is_unsettled(automation) or place.event_of(automation) is CodeIssued
    if by_a_code or any(not step.when for step in given):
        return "surely"
    if place.has_cart(automation):
        asked = (*automation.conditions, *automation.steps[at].when)
        return "surely" if any(map(_has_code, asked)) else "perhaps"
    return "perhaps" if given else "none"


def _has_code(condition: Condition) -> bool:
    return condition.fact == "cart.has_code" and (condition.is_ == ("yes",) or "no" in condition.not_)
