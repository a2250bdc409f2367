"""Hands exports to the function that writes them, which does it in its own time."""

from functools import cached_property
from typing import Any

import msgspec
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import ExporterSettings

from .session import session

_PATIENCE = Config(connect_timeout=1, read_timeout=3, retries={"total_max_attempts": 2})


class LambdaExportWriter:
    """The client is made with the first export: most invocations have none."""

    def __init__(self, settings: ExporterSettings) -> None:
        self._function = settings.function

    def start(self, export_id: str) -> None:
        payload = msgspec.json.encode({"export": export_id})
        try:
            self._client.invoke(FunctionName=self._function, InvocationType="Event", Payload=payload)
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("The function that writes exports did not take it.") from error

    @cached_property
    def _client(self) -> Any:
        return session().create_client("lambda", config=_PATIENCE)
