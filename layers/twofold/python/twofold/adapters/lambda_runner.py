"""Hands work to the function that does the steps of automations, which does it in its own time."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

import msgspec
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from twofold.automations.definition.automation import Automation
from twofold.automations.enrolments.enrolment import StepDue
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import RunnerSettings

from .session import session

_PATIENCE = Config(connect_timeout=1, read_timeout=3, retries={"total_max_attempts": 2})


class LambdaStepRunner:
    """The client is made when there is something to hand over: most sweeps find nothing."""

    def __init__(self, settings: RunnerSettings) -> None:
        self._function = settings.function

    def run(self, due: StepDue) -> None:
        self._invoke({"due": due})

    def enter(self, automation: Automation, day: date, lead_ids: Sequence[str]) -> None:
        segment = {
            "campaign_id": automation.campaign_id,
            "automation_id": automation.automation_id,
            "day": day,
            "lead_ids": lead_ids,
        }
        self._invoke({"enter": segment})

    def _invoke(self, payload: dict[str, Any]) -> None:
        try:
            self._client.invoke(
                FunctionName=self._function, InvocationType="Event", Payload=msgspec.json.encode(payload)
            )
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("The function that does the steps did not take it.") from error

    @cached_property
    def _client(self) -> Any:
        return session().create_client("lambda", config=_PATIENCE)
