"""Why a step that is due has to wait some more: its cart was changed, it is not the hour, the day has had enough."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import AnyStep, Send, Wait
from twofold.automations.facts.look import Look
from twofold.automations.running.timing import Timing, over, waits_before
from twofold.campaigns.pace import Pace
from twofold.limits.allowance import Allowance
from twofold.limits.ports import Counter

SPREAD = 3_600
"""Seconds of the next day over which those are spread whom this day had no room for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postpone:
    """`counter` counts an automation's texts of a day."""

    timing: Timing
    counter: Counter

    def __call__(self, automation: Automation, step: AnyStep, look: Look, pace: Pace) -> datetime | None:
        """Until when; None when it is to be done, or passed over, now."""
        if not isinstance(step, Send) or not look.holds(step.when):
            return None
        assert look.lead is not None
        settled = _settled(automation, step, look, pace)
        if settled and settled > look.at:
            return settled
        opening = self.timing.open(step, look.at, look.lead, pace)
        if opening > look.at:
            return opening
        return None if self._has_room(automation, look, pace) else _tomorrow(look, pace)

    def _has_room(self, automation: Automation, look: Look, pace: Pace) -> bool:
        if automation.daily_most is None:
            return True
        key, day = f"automation#{automation.audience}", max(1, round(pace.day_seconds))
        most = Allowance(key=key, most=automation.daily_most, seconds=day)
        return self.counter.take(most, look.at)


def _settled(automation: Automation, step: Send, look: Look, pace: Pace) -> datetime | None:
    """When the waits right before it are over, with the cart left alone for as long as one of them asks for."""
    waits = waits_before(automation, step.id)
    if look.cart is None or look.lead is None or not any(map(_for_cart, waits)):
        return None
    shown = pace.shown(look.enrolment.since)
    for wait in waits:
        begun = max(shown, pace.shown(look.cart.updated_at)) if _for_cart(wait) else shown
        shown = over(wait, begun, look.lead)
    return pace.comes(shown, look.at)


def _for_cart(wait: AnyStep) -> bool:
    return isinstance(wait, Wait) and wait.after == "cart"


def _tomorrow(look: Look, pace: Pace) -> datetime:
    """Some moment in the first hour of the campaign's next day, the same for the same enrolment."""
    digest = hashlib.sha256(look.enrolment.schedule.encode()).digest()
    late = timedelta(seconds=int.from_bytes(digest[:4], "big") % SPREAD)
    shown = pace.shown(look.at)
    midnight = datetime.combine(shown.date(), time(), shown.tzinfo) + timedelta(days=1)
    return pace.comes(midnight + late, look.at)
