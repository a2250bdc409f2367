"""Answers as the services beside DynamoDB would give them, with the least that will do."""

import json
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any
from urllib.parse import parse_qsl, urlsplit

_PLACES = {
    ("POST", "schedules"): "CreateSchedule",
    ("DELETE", "schedules"): "DeleteSchedule",
    ("POST", "2015-03-31"): "Invoke",
}
"""Of the services that speak by method and path: EventBridge Scheduler and Lambda."""

_SENT = "<PublishResponse><PublishResult><MessageId>{}</MessageId></PublishResult></PublishResponse>"
_NUMBERS = count(1)


def _secret(arguments: dict[str, Any]) -> bytes:
    return json.dumps({"SecretString": "s" * 64}).encode()


def _on_the_bus(arguments: dict[str, Any]) -> bytes:
    taken = [{"EventId": str(n)} for n, _ in enumerate(arguments["Entries"])]
    return json.dumps({"FailedEntryCount": 0, "Entries": taken}).encode()


def _texted(arguments: dict[str, Any]) -> bytes:
    """Every text has an id of its own, by which its receipt is told."""
    return _SENT.format(f"00000000-0000-4000-8000-{next(_NUMBERS):012d}").encode()


ANSWERS: Mapping[str, Callable[[dict[str, Any]], bytes]] = {
    "GetSecretValue": _secret,
    "PutEvents": _on_the_bus,
    "Publish": _texted,
    "CreateSchedule": lambda _: b'{"ScheduleArn": "arn:aws:scheduler:::schedule/bench"}',
    "DeleteSchedule": lambda _: b"{}",
    "Invoke": lambda _: b"",
}
"""By operation, what is answered to its arguments."""


def placed_in(method: str, path: str, raw: str) -> tuple[str, dict[str, Any]] | None:
    """Operation and arguments of a request that is told by its path; None of any other."""
    asked = urlsplit(path)
    first, _, rest = asked.path.lstrip("/").partition("/")
    operation = _PLACES.get((method, first))
    if operation is None:
        return None
    body = json.loads(raw) if raw else {}
    return operation, {**body, **dict(parse_qsl(asked.query)), "Name": rest}
