"""`make logs FN=register_leads`: the last lines that a function wrote; `FOLLOW=1` keeps on reading."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from typing import Any

import boto3

from infra.local.screen import CannotGoOn, paint, say
from infra.local.workspace import Workspace

LINES = 100


def main() -> None:
    stack = Workspace.current().read()
    if not stack:
        raise CannotGoOn("Nothing is deployed on this machine. Run `make up`.")
    functions: dict[str, str] = stack["aws"]["outputs"]["FunctionNames"]
    name = " ".join(sys.argv[1:])
    if name not in functions:
        say("  Say whose: make logs FN=…\n")
        say("\n".join(f"    {known}" for known in functions))
        sys.exit(1 if name else 0)
    _read(stack["aws"]["client"], functions[name], follow=bool(os.environ.get("FOLLOW")))


def _read(client: dict[str, Any], function: str, *, follow: bool) -> None:
    """The last lines first; then, when following, each new one within a second until interrupted."""
    group = _group(client, function)
    shown = 0
    try:
        while True:
            events = _events(client, group)
            for event in events[shown or -LINES :]:
                say(_line(event))
            shown = len(events)
            if not follow:
                break
            time.sleep(1)
    except KeyboardInterrupt:
        say()
    if not shown:
        say("  It has written nothing yet.")


def _events(client: dict[str, Any], group: str) -> list[dict[str, Any]]:
    """Oldest first."""
    pages = boto3.client("logs", **client).get_paginator("filter_log_events").paginate(logGroupName=group)
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
