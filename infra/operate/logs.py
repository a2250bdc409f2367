"""`make logs FN=register_leads`: what a function wrote in the last hour; `FOLLOW=1` keeps on reading.

On this machine, or with `ENV=dev` in AWS.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from typing import Any

import boto3

from infra.commands.screen import paint, say
from infra.operate.deployment import find, in_plain_words

LINES = 100
HOUR = 3_600_000


def main() -> None:
    env = os.environ.get("ENV") or "local"
    deployment = find(env)
    functions = deployment.outputs["FunctionNames"]
    name = " ".join(sys.argv[1:])
    if name not in functions:
        say("  Say whose: make logs FN=…\n")
        say("\n".join(f"    {known}" for known in functions))
        sys.exit(1 if name else 0)
    with in_plain_words(env):
        _read(deployment.client, functions[name], follow=bool(os.environ.get("FOLLOW")))


def _read(client: dict[str, Any], function: str, *, follow: bool) -> None:
    """The last lines first; then, when following, each new one within a second until interrupted."""
    group, since, shown = _group(client, function), int(time.time() * 1000) - HOUR, 0
    try:
        while True:
            events = _events(client, group, since)
            for event in events[shown or -LINES :]:
                say(_line(event))
            shown = len(events)
            if not follow:
                break
            time.sleep(1)
    except KeyboardInterrupt:
        say()
    if not shown:
        say("  It has written nothing in the last hour.")


def _events(client: dict[str, Any], group: str, since: int) -> list[dict[str, Any]]:
    """Oldest first."""
    reader = boto3.client("logs", **client).get_paginator("filter_log_events")
    pages = reader.paginate(logGroupName=group, startTime=since)
    events: list[dict[str, Any]] = [{**event} for page in pages for event in page["events"]]
    return sorted(events, key=lambda event: int(event["timestamp"]))


def _group(client: dict[str, Any], function: str) -> str:
    configuration = boto3.client("lambda", **client).get_function_configuration(FunctionName=function)
    return str(configuration.get("LoggingConfig", {}).get("LogGroup") or f"/aws/lambda/{function}")


def _line(event: dict[str, Any]) -> str:
    at = datetime.fromtimestamp(event["timestamp"] / 1000, UTC).strftime("%H:%M:%S.%f")[:-3]
    return f"{paint(at, 2)}  {event['message'].rstrip()}"


if __name__ == "__main__":
    main()
