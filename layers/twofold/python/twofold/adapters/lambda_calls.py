"""Hands work to a function of the deployment, which does it in its own time: nobody waits for what becomes of it."""

from functools import cached_property
from typing import Any, ClassVar

import msgspec
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from twofold.contracts.errors import Unavailable

from .session import session

_PATIENCE = Config(connect_timeout=1, read_timeout=3, retries={"total_max_attempts": 2})


class LambdaCalls:
    """What all who hand work over share. The client is made with the first call: most invocations make none."""

    function_that: ClassVar[str]
    """What the function does, as a sentence goes on."""

    def __init__(self, function: str) -> None:
        self._function = function

    def _call(self, payload: dict[str, Any]) -> None:
        """Raises Unavailable when Lambda does not take it."""
        written = msgspec.json.encode(payload)
        try:
            self._client.invoke(FunctionName=self._function, InvocationType="Event", Payload=written)
        except (ClientError, BotoCoreError) as error:
            raise Unavailable(f"The function that {self.function_that} did not take it.") from error

    @cached_property
    def _client(self) -> Any:
        return session().create_client("lambda", config=_PATIENCE)
