"""Between the ledger's stream and the relay."""

from collections.abc import Callable, Sequence
from typing import Any

from twofold.ledger.ports import LedgerRow

from .observability import logger


def consume(event: dict[str, Any], deed: Callable[[Sequence[LedgerRow]], int | None]) -> dict[str, Any]:
    """Do `deed` for the batch's new rows; what it says is unsent comes again, from that sequence number on."""
    records = [record for record in event["Records"] if record["eventName"] == "INSERT"]
    unsent = deed([_row(record["dynamodb"]["NewImage"]) for record in records])
    logger.info("relayed", extra={"events": len(records) if unsent is None else unsent, "of": len(records)})
    if unsent is None:
        return {"batchItemFailures": []}
    return {"batchItemFailures": [{"itemIdentifier": records[unsent]["dynamodb"]["SequenceNumber"]}]}


def _row(image: dict[str, dict[str, str]]) -> LedgerRow:
    return LedgerRow(image["event_id"]["S"], image["type"]["S"], image["event"]["S"])
