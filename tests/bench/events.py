"""What the functions are called with: samples of `events/`, the ledger's stream, the queues' messages, log lines."""

import gzip
import json
from base64 import b64decode, b64encode
from typing import Any

from twofold.contracts import edge

from .layout import ROOT

_SAMPLES = ROOT / "events"
_SECRET = "s" * 64


def http(name: str, body: dict[str, Any], headers: dict[str, str], **place: str) -> dict[str, Any]:
    """The sample request of that name, as it comes through the edge, with parts of it replaced."""
    event = _sample("http", name)
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


def receipt(provider_id: str, phone: str) -> dict[str, Any]:
    """The line by which SNS tells that a text arrived, as CloudWatch Logs brings it; the sample is of a failure."""
    batch = log_lines(_sample("callbacks", "logs_receipts"))
    line = json.loads(batch["logEvents"][0]["message"])
    line["notification"]["messageId"] = provider_id
    line["delivery"] |= {
        "destination": phone,
        "providerResponse": "Message has been accepted by phone carrier",
    }
    line["status"] = "SUCCESS"
    batch["logGroup"] = batch["logGroup"].removesuffix("/Failure")
    batch["logEvents"][0]["message"] = json.dumps(line, separators=(",", ":"))
    return {"awslogs": {"data": b64encode(gzip.compress(json.dumps(batch).encode())).decode()}}


def log_lines(event: dict[str, Any]) -> dict[str, Any]:
    """What CloudWatch Logs packed into an event."""
    batch: dict[str, Any] = json.loads(gzip.decompress(b64decode(event["awslogs"]["data"])))
    return batch


def _sample(kind: str, name: str) -> dict[str, Any]:
    event: dict[str, Any] = json.loads((_SAMPLES / kind / f"{name}.json").read_text("utf-8"))
    return event
