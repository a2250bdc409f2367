"""Waits: for something, not for ever, and by a clock that there is."""

import re
from collections.abc import Iterator
from datetime import timedelta

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import Until, Wait
from twofold.automations.running.timing import span_of
from twofold.messages.texts.findings import Finding, error

from .place import has_cart

LONGEST = timedelta(days=400)
"""Nobody remembers for longer what they signed up for."""

CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def faults(path: str, step: Wait | Until, automation: Automation) -> Iterator[Finding]:
    if step.when:
        detail = "a wait is for everybody; put the condition on the step behind it."
        yield error(f"{path}.when", "wait_with_condition", detail)
    yield from _until(path, step) if isinstance(step, Until) else _wait(path, step, automation)


def _wait(path: str, wait: Wait, automation: Automation) -> Iterator[Finding]:
    told = {"days": wait.days, "hours": wait.hours, "minutes": wait.minutes}
    wrong = [name for name, number in told.items() if not 0 <= number <= LONGEST / timedelta(minutes=1)]
    for name in wrong:
        detail = f"this is a whole number of {name}, 0 or more, and {LONGEST.days} days at most."
        yield error(f"{path}.{name}", "out_of_range", detail)
    if wrong:
        return
    if not span_of(wait):
        yield error(
            path, "waits_for_nothing", "it waits for nothing; say days, hours or minutes, or take it out."
        )
    if span_of(wait) > LONGEST:
        yield error(
            path, "too_long", f"it waits for more than {LONGEST.days} days; nobody remembers you by then."
        )
    if wait.after == "cart" and not has_cart(automation):
        detail = "there is no cart to wait after: only an automation that cart.updated sets off is about one."
        yield error(f"{path}.after", "no_cart", detail)


def _until(path: str, until: Until) -> Iterator[Finding]:
    if not CLOCK.fullmatch(until.time):
        yield error(
            f"{path}.time", "no_time", "this is a time of day where the lead lives, 00:00 to 23:59: 09:30."
        )
    for at, day in enumerate(until.weekdays):
        if day in until.weekdays[:at]:
            yield error(f"{path}.weekdays[{at}]", "twice", f"{day} stands there already.")
