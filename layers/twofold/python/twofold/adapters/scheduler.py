"""Deferred texts wait in EventBridge Scheduler, one schedule each, and come back through the queue they left."""

import math
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

import msgspec
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from twofold.contracts import events
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import Envelope
from twofold.contracts.settings import SchedulerSettings

from .session import session

_PATIENCE = Config(connect_timeout=1, read_timeout=3, retries={"total_max_attempts": 2})
_THERE_ALREADY = "ConflictException"


class EventBridgeScheduler:
    """The client is made when something is first deferred: most invocations never need it."""

    def __init__(self, settings: SchedulerSettings) -> None:
        self._settings = settings

    def wake(self, name: str, at: datetime, event: Envelope) -> None:
        # Names are unique, so a schedule that is there already is this very one.
        try:
            self._client.create_schedule(
                Name=name,
                GroupName=self._settings.group,
                ScheduleExpression=f"at({_whole_second(at):%Y-%m-%dT%H:%M:%S})",
                ScheduleExpressionTimezone="UTC",
                FlexibleTimeWindow={"Mode": "OFF"},
                ActionAfterCompletion="DELETE",
                Target=self._target(event),
            )
        except ClientError as error:
            if error.response["Error"]["Code"] != _THERE_ALREADY:
                raise Unavailable("The text could not be scheduled.") from error
        except BotoCoreError as error:
            raise Unavailable("The scheduler did not answer.") from error

    @cached_property
    def _client(self) -> Any:
        return session().create_client("scheduler", config=_PATIENCE)

    def _target(self, event: Envelope) -> dict[str, Any]:
        detail = msgspec.Raw(events.write(event).encode())
        return {
            "Arn": self._settings.queue,
            "RoleArn": self._settings.role,
            "Input": msgspec.json.encode({"detail": detail}).decode(),
            "DeadLetterConfig": {"Arn": self._settings.dead_letters},
            "RetryPolicy": {"MaximumEventAgeInSeconds": 86_400, "MaximumRetryAttempts": 185},
        }


def _whole_second(at: datetime) -> datetime:
    """Never before the moment: whoever woke too soon would only go back to sleep."""
    return datetime.fromtimestamp(0, UTC) + timedelta(seconds=math.ceil(at.timestamp()))
