"""What the functions are called with: API Gateway's requests, the ledger's stream, the queues' messages."""

import json
from pathlib import Path
from typing import Any

from twofold.contracts import edge
from twofold.contracts.routes import Route

_SAMPLE = Path(__file__).with_name("request.json")


def http(
    route: Route, body: Any = None, headers: dict[str, str] | None = None, **place: str
) -> dict[str, Any]:
    """The sample request, sent to another place; `place` fills in the route's path."""
    event: dict[str, Any] = json.loads(_SAMPLE.read_text("utf-8"))
    key, path = f"{route.method} {route.path}", route.path.format(**place)
    event["headers"] |= {edge.SECRET_HEADER: "s" * 64, **(headers or {})}
    event["requestContext"]["http"] |= {"method": route.method, "path": path}
    event["requestContext"]["routeKey"] = key
    return event | {"routeKey": key, "rawPath": path, "body": None if body is None else json.dumps(body)}


def stream(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The ledger's new rows."""
    images = [{"NewImage": row, "SequenceNumber": str(n)} for n, row in enumerate(rows)]
    return {"Records": [{"eventName": "INSERT", "dynamodb": image} for image in images]}


def queue(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """Entries of the bus as a queue's messages."""
    bodies = [{"detail-type": e["DetailType"], "detail": json.loads(e["Detail"])} for e in entries]
    return {
        "Records": [
            {"messageId": str(n), "eventSource": "aws:sqs", "body": json.dumps(body), "attributes": {}}
            for n, body in enumerate(bodies)
        ]
    }
