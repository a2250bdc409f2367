"""Calls the function that serves webhooks, which does it in its own time, and has it called when it is time."""

import math
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

import msgspec
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from twofold.contracts.errors import Unavailable
from twofold.contracts.instants import Clock, now
from twofold.contracts.settings import CourierSettings, WakeSettings

from .scheduler import OneTimeSchedules
from .session import session

_PATIENCE = Config(connect_timeout=1, read_timeout=3, retries={"total_max_attempts": 2})

_SOON = timedelta(seconds=1)
"""From now, at least: so long may it take until a schedule is made."""

_MINUTE = 60
"""Seconds: schedules are no more exact."""


class LambdaCouriers:
    """The client is made when there is something to bring: most sweeps find nothing."""

    def __init__(self, settings: CourierSettings) -> None:
        self._function = settings.function

    def call(self, subscription_id: str) -> None:
        self._invoke({"courier": subscription_id})

    def replay(self, replay: object) -> None:
        self._invoke({"replay": replay})

    def _invoke(self, payload: dict[str, Any]) -> None:
        try:
            self._client.invoke(
                FunctionName=self._function, InvocationType="Event", Payload=msgspec.json.encode(payload)
            )
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("The function that serves webhooks did not take it.") from error

    @cached_property
    def _client(self) -> Any:
        return session().create_client("lambda", config=_PATIENCE)


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
