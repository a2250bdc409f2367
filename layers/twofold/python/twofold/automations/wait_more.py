"""Why a step that is due has to wait some more: its cart was changed, it is not the hour, the day has had enough."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.campaigns.pace import Pace
from twofold.limits.allowance import Allowance
from twofold.limits.ports import Counter

from .definition import Automation
from .look import Look
from .steps import AnyStep, Send, Wait
from .timing import Timing, span_of, waits_before

DAY = 86_400
SPREAD = 3_600
"""Seconds of the next day over which those are spread whom this day had no room for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitMore:
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
        return None if self._has_room(automation, look) else _tomorrow(look)

    def _has_room(self, automation: Automation, look: Look) -> bool:
        if automation.daily_most is None:
            return True
        most = Allowance(key=f"automation#{automation.audience}", most=automation.daily_most, seconds=DAY)
        return self.counter.take(most, look.at)


def _settled(automation: Automation, step: Send, look: Look, pace: Pace) -> datetime | None:
    """When the cart has been left alone for as long as the step waits for."""
    waits = (
        wait for wait in waits_before(automation, step.id) if isinstance(wait, Wait) and wait.after == "cart"
    )
    span = sum(map(span_of, waits), timedelta())
    return look.cart.updated_at + pace.span(span) if look.cart and span else None


def _tomorrow(look: Look) -> datetime:
    """Some moment in the first hour of the next day (UTC), the same for the same enrolment."""
    digest = hashlib.sha256(look.enrolment.schedule.encode()).digest()
    late = int.from_bytes(digest[:4], "big") % SPREAD
    left = DAY - int(look.at.timestamp()) % DAY
    return look.at.replace(microsecond=0) + timedelta(seconds=left + late)
