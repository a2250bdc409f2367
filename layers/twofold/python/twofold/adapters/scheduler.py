"""What is due later waits in EventBridge Scheduler, one schedule each: deferred texts, steps, webhooks' next tries."""

import math
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from twofold.contracts import events
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import Envelope
from twofold.contracts.instants import Clock, now
from twofold.contracts.settings import SchedulerSettings, StepScheduleSettings, WakeSettings

from .session import session

if TYPE_CHECKING:
    from twofold.automations.enrolments.enrolment import StepDue

_PATIENCE = Config(connect_timeout=1, read_timeout=3, retries={"total_max_attempts": 2})
_THERE_ALREADY, _GONE = "ConflictException", "ResourceNotFoundException"

_WIDEST = 1_440
"""Minutes of a flexible window, at most.

https://docs.aws.amazon.com/scheduler/latest/APIReference/API_FlexibleTimeWindow.html
"""

_SOON = timedelta(seconds=1)
"""From now, at least: so long may it take until a schedule is made."""


class OneTimeSchedules:
    """Schedules of one group, which fire once and are gone.

    The client is made when something is first scheduled: most invocations never need it.
    """

    def __init__(
        self, settings: SchedulerSettings | StepScheduleSettings | WakeSettings, target: str
    ) -> None:
        self._settings = settings
        self._target = target

    def make(self, name: str, at: datetime, brought: object, within: timedelta = timedelta()) -> None:
        # Names are unique, so a schedule that is there already is this very one.
        self._ask(
            "create_schedule",
            _THERE_ALREADY,
            Name=name,
            ScheduleExpression=f"at({_whole_second(at):%Y-%m-%dT%H:%M:%S})",
            ScheduleExpressionTimezone="UTC",
            FlexibleTimeWindow=_window(within),
            ActionAfterCompletion="DELETE",
            Target=self._bringing(brought),
        )

    def unmake(self, name: str) -> None:
        self._ask("delete_schedule", _GONE, Name=name)

    def _ask(self, operation: str, fine: str, **arguments: Any) -> None:
        try:
            getattr(self._client, operation)(GroupName=self._settings.group, **arguments)
        except ClientError as error:
            if error.response["Error"]["Code"] != fine:
                raise Unavailable("The scheduler did not take it.") from error
        except BotoCoreError as error:
            raise Unavailable("The scheduler did not answer.") from error

    @cached_property
    def _client(self) -> Any:
        return session().create_client("scheduler", config=_PATIENCE)

    def _bringing(self, brought: object) -> dict[str, Any]:
        return {
            "Arn": self._target,
            "RoleArn": self._settings.role,
            "Input": msgspec.json.encode(brought).decode(),
            "DeadLetterConfig": {"Arn": self._settings.dead_letters},
            "RetryPolicy": {"MaximumEventAgeInSeconds": 86_400, "MaximumRetryAttempts": 185},
        }


class EventBridgeScheduler:
    """For texts: they come back through the queue that they left."""

    def __init__(self, settings: SchedulerSettings) -> None:
        self._schedules = OneTimeSchedules(settings, settings.queue)

    def wake(self, name: str, at: datetime, event: Envelope) -> None:
        self._schedules.make(name, at, {"detail": msgspec.Raw(events.write(event).encode())})


class EventBridgeStepScheduler:
    """For steps: whoever does them is called by the schedule itself."""

    def __init__(self, settings: StepScheduleSettings, clock: Clock = now) -> None:
        self._schedules = OneTimeSchedules(settings, settings.target)
        self._clock = clock

    def wake(self, name: str, at: datetime, due: "StepDue", within: timedelta) -> None:
        # What AWS makes of a moment that has passed is not documented; a step that is late is due at once.
        soon = self._clock() + _SOON
        self._schedules.make(name, max(at, soon), {"due": due}, within)

    def cancel(self, name: str) -> None:
        self._schedules.unmake(name)


def _window(within: timedelta) -> dict[str, Any]:
    """In whole minutes, and never longer than was asked for."""
    minutes = min(within // timedelta(minutes=1), _WIDEST)
    return {"Mode": "FLEXIBLE", "MaximumWindowInMinutes": minutes} if minutes else {"Mode": "OFF"}


def _whole_second(at: datetime) -> datetime:
    """Never before the moment: whoever woke too soon would only go back to sleep."""
    return datetime.fromtimestamp(0, UTC) + timedelta(seconds=math.ceil(at.timestamp()))
