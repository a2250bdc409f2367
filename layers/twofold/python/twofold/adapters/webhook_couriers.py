"""Calls the function that serves webhooks, which does it in its own time, and has it called when it is time."""

import math
from datetime import UTC, datetime, timedelta

from twofold.contracts.instants import Clock, now
from twofold.contracts.settings import CourierSettings, WakeSettings

from .lambda_calls import LambdaCalls
from .scheduler import OneTimeSchedules

_SOON = timedelta(seconds=1)
"""From now, at least: so long may it take until a schedule is made."""

_MINUTE = 60
"""Seconds: schedules are no more exact."""


class LambdaCouriers(LambdaCalls):
    function_that = "serves webhooks"

    def __init__(self, settings: CourierSettings) -> None:
        super().__init__(settings.function)

    def call(self, subscription_id: str) -> None:
        self._call({"courier": subscription_id})

    def replay(self, replay: object) -> None:
        self._call({"replay": replay})


class EventBridgeWakes:
    """One schedule for a webhook and minute: who asks again for it gets the one that is there."""

    def __init__(self, settings: WakeSettings, clock: Clock = now) -> None:
        self._schedules = OneTimeSchedules(settings, settings.target)
        self._clock = clock

    def wake(self, subscription_id: str, at: datetime) -> None:
        # What AWS makes of a moment that has passed is not documented.
        minute = _whole_minute(max(at, self._clock() + _SOON))
        self._schedules.make(f"{subscription_id}-{minute:%Y%m%dT%H%M}", minute, {"courier": subscription_id})


def _whole_minute(at: datetime) -> datetime:
    """Never before the moment."""
    return datetime.fromtimestamp(0, UTC) + timedelta(seconds=math.ceil(at.timestamp() / _MINUTE) * _MINUTE)
