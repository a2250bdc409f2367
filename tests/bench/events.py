"""What the functions are called with: sample requests of `events/`, the ledger's stream, the queues' messages."""

import json
from typing import Any

from twofold.contracts import edge

from .layout import ROOT

_SAMPLES = ROOT / "events" / "http"
_SECRET = "s" * 64


def http(name: str, body: dict[str, Any], headers: dict[str, str], **place: str) -> dict[str, Any]:
    """The sample request of that name, as it comes through the edge, with parts of it replaced."""
    event: dict[str, Any] = json.loads((_SAMPLES / f"{name}.json").read_text("utf-8"))
    viewer = f"{event['requestContext']['http']['sourceIp']}:51234"
    event["headers"] |= {edge.SECRET_HEADER: _SECRET, edge.VIEWER_HEADER: viewer, **headers}
    for part, value in place.items():
        path = event["rawPath"].replace(event["pathParameters"][part], value)
        event["rawPath"] = event["requestContext"]["http"]["path"] = path
        event["pathParameters"][part] = value
    if body:
        event["body"] = json.dumps(json.loads(event["body"]) | body)
    return event


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
