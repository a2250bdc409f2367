"""What is found in an automation of the sample campaign, and what nothing is wrong with."""

from typing import Any

from tests.fakes.samples import BUFFET
from tests.unit.automations.definitions import an_automation
from twofold.automations.check.automation import check
from twofold.automations.definition.automation import Again, Automation, Daily, On
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import AnyStep, Send, Wait
from twofold.contracts.settings import AutomationSettings

HEARS = AutomationSettings().hears

A_TEXT = Send(id="hello", template="still_there")
ON_CART = {"trigger": On(event="cart.updated.v1"), "scope": "cart_reminders", "again": Again(rule="each")}
QUIET = {"trigger": Daily(quiet_days=30)}


def found(
    *steps: AnyStep, campaign: Any = BUFFET, hears: Any = HEARS, before: Any = None, **fields: Any
) -> list[str]:
    """Each finding as `path (severity): sentence`; of the two reminders where no steps are given."""
    return [
        str(each) for each in check(an_automation(*steps, **fields), campaign, hears=hears, before=before)
    ]


def errors(*steps: AnyStep, **given: Any) -> list[str]:
    """The sentences of errors alone, each beginning with its path."""
    return [each.replace(" (error)", "") for each in found(*steps, **given) if " (error): " in each]


def asked(fact: str, **test: Any) -> Condition:
    """A condition; `is_` and `not_` may be a single word."""
    words: dict[str, Any] = {n: (word,) if isinstance(word, str) else word for n, word in test.items()}
    return Condition(fact=fact, **words)


def texts_apart(*waits: Wait) -> tuple[AnyStep, ...]:
    """Two texts with these waits between them."""
    return (A_TEXT, *waits, Send(id="again", template="missed"))


def version_two(*steps: AnyStep) -> Automation:
    return an_automation(*steps, version=2)
