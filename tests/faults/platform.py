"""What hands work to a function, and hands it over again when it failed: API Gateway, a queue, a stream, a clock."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from tests.faults.faults import Died
from twofold.ledger.ports import LedgerRow

Handle = Callable[[dict[str, Any]], Any]
PATIENT = 4
"""Tries of a client that means it."""


class NeverAnswered(AssertionError):
    """All tries failed although only one call ever went wrong."""


def request(handle: Handle, method: str, path: str, body: Any = None, **headers: str) -> dict[str, Any]:
    """One HTTP request, of JSON or of any `text`. Raises Died when the function did not live to answer."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    address, text = sent.pop("address", "198.51.100.7"), sent.pop("text", None)
    http = {"method": method, "path": path, "sourceIp": address, "userAgent": "test", "protocol": "HTTP/1.1"}
    return dict(
        handle(
            {
                "version": "2.0",
                "routeKey": "$default",
                "rawPath": path,
                "rawQueryString": "",
                "headers": {"content-type": "application/json", **sent},
                "requestContext": {"http": http, "stage": "$default", "requestId": "r", "timeEpoch": 0},
                "body": text if body is None else json.dumps(body),
                "isBase64Encoded": False,
            }
        )
    )


def insist(ask: Callable[[], dict[str, Any]]) -> tuple[int, Any]:
    """Ask until there is an answer that is not a failure of ours: its status and body, of JSON."""
    answer = insist_on(ask)
    return answer["statusCode"], json.loads(answer["body"])


def insist_on(ask: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Ask until there is an answer that is not a failure of ours."""
    for _ in range(PATIENT):
        try:
            answer = ask()
        except Died:
            continue
        assert answer["statusCode"] != 500, "what AWS may do at any time was taken for a bug of ours"
        if answer["statusCode"] < 500:
            return answer
    raise NeverAnswered


def deliver(handle: Handle, event: str, *, tries: int) -> bool:
    """A message of the queue until it is done; False when it ends among the dead letters."""
    body = json.dumps({"detail-type": "any", "detail": json.loads(event)})
    for attempt in range(tries):
        record = {
            "messageId": "m1",
            "body": body,
            "attributes": {"ApproximateReceiveCount": str(attempt + 1)},
        }
        record |= {"eventSource": "aws:sqs", "receiptHandle": "r", "eventSourceARN": "arn:q"}
        try:
            if not handle({"Records": [record]})["batchItemFailures"]:
                return True
        except Died:
            continue
    return False


def stream(handle: Handle, rows: Sequence[LedgerRow]) -> None:
    """A batch of the ledger's stream, from the first record that is not done, until all are."""
    records = [_record(position, row) for position, row in enumerate(rows)]
    for _ in range(PATIENT):
        try:
            failures = handle({"Records": records})["batchItemFailures"]
        except Died:
            continue
        except Exception:  # noqa: BLE001 - whatever a function raises, the stream hands the batch over again
            continue
        if not failures:
            return
        first = failures[0]["itemIdentifier"]
        records = [record for record in records if record["dynamodb"]["SequenceNumber"] >= first]
    raise NeverAnswered


def _record(position: int, row: LedgerRow) -> dict[str, Any]:
    image = {"event_id": {"S": row.event_id}, "type": {"S": row.type}, "event": {"S": row.event}}
    return {
        "eventName": "INSERT",
        "dynamodb": {"SequenceNumber": f"{position:021d}", "NewImage": image},
    }


def invoke(handle: Handle, event: dict[str, Any], *, tries: int = 3) -> bool:
    """An asynchronous invocation until it is done; False when it ends among the dead letters."""
    for _ in range(tries):
        try:
            handle(event)
        except (Died, Exception):  # noqa: BLE001 - whatever a function raises, Lambda hands the event over again
            continue
        return True
    return False


def tick(handle: Handle, *, times: int = 2) -> None:
    """The clock: it does not care how the last run ended."""
    for _ in range(times):
        try:
            handle({})
        except (Died, Exception):  # noqa: BLE001 - a failed run is followed by the next one
            continue
