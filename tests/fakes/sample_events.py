"""The samples in `events/`, read; a test fills in what has to be its own."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

EVENTS = Path(__file__).parents[2] / "events"


def read(name: str) -> dict[str, Any]:
    """`http/sign_up`, `bus/code.issued.v1`, `queue/messages`, `stream/ledger`."""
    sample: dict[str, Any] = json.loads((EVENTS / f"{name}.json").read_text("utf-8"))
    return sample


def names(kind: str) -> list[str]:
    return sorted(path.stem for path in (EVENTS / kind).iterdir())


def http(
    sample: str,
    /,
    *,
    kind: str = "http",
    body: str | dict[str, Any] | None = None,
    headers: dict[str, str] | None = None,
    query: dict[str, str] | None = None,
    **path: str,
) -> dict[str, Any]:
    """A request as in the sample, but with this body, these headers, this query and these parts of its path.

    `kind` is the folder of the sample: http or callbacks.
    """
    event = read(f"{kind}/{sample}")
    if body is not None:
        event["body"] = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
    event["headers"] |= headers or {}
    if query is not None:
        event["queryStringParameters"] = query
    for part, value in path.items():
        was = event["pathParameters"][part]
        event["pathParameters"][part] = value
        event["rawPath"] = event["rawPath"].replace(was, value)
    event["requestContext"]["http"]["path"] = event["rawPath"]
    return event


def queued(details: list[str], *, name: str = "messages") -> dict[str, Any]:
    """A batch as in the sample, of these written events; message ids count from 0."""
    sample = read(f"queue/{name}")["Records"][0]
    envelope = json.loads(sample["body"])
    batch = []
    for position, detail in enumerate(details):
        record = deepcopy(sample)
        body = json.dumps({**envelope, "detail": "@"}).replace('"@"', detail)
        batch.append({**record, "messageId": str(position), "body": body})
    return {"Records": batch}


def streamed(rows: list[dict[str, str]]) -> dict[str, Any]:
    """A batch as in the sample, of these rows of the ledger; sequence numbers count from 100."""
    sample = read("stream/ledger")["Records"][0]
    batch = []
    for position, row in enumerate(rows):
        record = deepcopy(sample)
        record["dynamodb"]["SequenceNumber"] = str(100 + position)
        record["dynamodb"]["NewImage"] = {name: {"S": value} for name, value in row.items()}
        batch.append(record)
    return {"Records": batch}
