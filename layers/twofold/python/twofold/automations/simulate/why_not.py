"""Which condition kept a lead out, in words."""

from collections.abc import Iterable

from twofold.automations.definition.automation import Automation, On
from twofold.automations.definition.conditions import Condition
from twofold.automations.facts.look import Look
from twofold.automations.facts.values import event_fact
from twofold.contracts.events import EventData


def not_set_off(automation: Automation, data: EventData) -> str | None:
    """The first test of the event itself that it does not stand; None when it stands all."""
    where = automation.trigger.where if isinstance(automation.trigger, On) else ()
    return next((worded(test) for test in where if not test.holds(event_fact(data, test.fact))), None)


def not_held(conditions: Iterable[Condition], look: Look) -> str | None:
    """The first condition that does not hold; None when all do."""
    return next((worded(each) for each in conditions if not look.holds((each,))), None)


def worded(condition: Condition) -> str:
    """`lead.stage is not customer or advocate`: what would have had to be true."""
    tests = [
        f"is {_either(condition.is_)}" if condition.is_ else "",
        f"is not {_either(condition.not_)}" if condition.not_ else "",
        "" if condition.at_least is None else f"is at least {condition.at_least}",
        "" if condition.at_most is None else f"is at most {condition.at_most}",
    ]
    return f"{condition.fact} " + " and ".join(filter(None, tests))


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(words)
