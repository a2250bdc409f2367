"""Answers as DynamoDB would, by moto, with each request's units; other services answer `elsewhere`."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any

import boto3
from botocore.exceptions import ClientError

from twofold.contracts.settings import TableSettings
from twofold.contracts.tables import TABLES

from . import assumed, capacity
from .capacity import NOTHING, Item, Units
from .elsewhere import ANSWERS
from .interpreter import REGION
from .tables import description

OVERHEAD = 100
"""Bytes that are billed for storing a row or an index's entry, beside what is in it."""

_WRITES = {"Put": "Item", "Update": "Key", "Delete": "Key", "ConditionCheck": "Key"}


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes of storage, of rows and of what indexes repeat of them; backups are billed for `rows` alone.

    What has an end within the month counts for its part of the month.
    https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html
    """

    rows: float = 0
    entries: float = 0

    def since(self, before: "Stored") -> "Stored":
        return Stored(self.rows - before.rows, self.entries - before.entries)


class Database:
    """`names` are the physical names of the contract's tables. Needs moto's `mock_aws` around it."""

    def __init__(self, names: TableSettings) -> None:
        self._client: Any = boto3.client("dynamodb", region_name=REGION)
        self._tables = {getattr(names, table.name): table for table in TABLES}
        self._one_at_a_time = Lock()
        for name, table in self._tables.items():
            self._client.create_table(TableName=name, **description(table))

    def answer(self, operation: str, arguments: dict[str, Any]) -> tuple[int, bytes, Units]:
        if operation in ANSWERS:
            return 200, ANSWERS[operation](arguments), NOTHING
        arguments = _with_bytes(arguments)
        with self._one_at_a_time:
            if operation == "Query":
                return self._query(arguments)
            if operation == "BatchGetItem":
                return self._get_all(arguments)
            return self._do(operation, arguments)

    def stored(self, at: datetime) -> Stored:
        """What lies there in the month that begins now."""
        rows = entries = 0.0
        for name, table in self._tables.items():
            for item in self._client.scan(TableName=name)["Items"]:
                shown = [capacity.shown(item, table, index) for index in table.indexes]
                part = _part(item.get(table.ttl or ""), at)
                rows += part * (capacity.size(item) + OVERHEAD)
                entries += part * sum(capacity.size(entry) + OVERHEAD for entry in shown if entry)
        return Stored(rows, entries)

    def _do(self, operation: str, arguments: dict[str, Any]) -> tuple[int, bytes, Units]:
        steps = _steps(operation, arguments)
        before = [self._look(table, key) for table, key in steps]
        try:
            done = self._client._make_api_call(operation, arguments)
            status, answer = 200, {k: v for k, v in done.items() if k != "ResponseMetadata"}
        except ClientError as refusal:
            status, answer = 400, _refusal(refusal)
        units = NOTHING
        for (table, key), old in zip(steps, before, strict=True):
            units += self._bill(operation, arguments, table, old, self._look(table, key))
        return status, _said(answer), units

    def _query(self, arguments: dict[str, Any]) -> tuple[int, bytes, Units]:
        found = self._client.query(**arguments)
        answer = {name: found[name] for name in ("Items", "Count", "ScannedCount")}
        units = capacity.queried(found["Items"], consistent=bool(arguments.get("ConsistentRead")))
        return 200, _said(answer), units

    def _get_all(self, arguments: dict[str, Any]) -> tuple[int, bytes, Units]:
        found = self._client.batch_get_item(**arguments)
        units = NOTHING
        for table, asked in arguments["RequestItems"].items():
            for key in asked["Keys"]:
                consistent = bool(asked.get("ConsistentRead"))
                units += capacity.read(self._look(table, key), consistent=consistent)
        answer = {name: found[name] for name in ("Responses", "UnprocessedKeys")}
        return 200, _said(answer), units

    def _bill(
        self, operation: str, arguments: dict[str, Any], table: str, old: Item | None, new: Item | None
    ) -> Units:
        if operation == "GetItem":
            return capacity.read(old, consistent=bool(arguments.get("ConsistentRead")))
        transaction = operation == "TransactWriteItems"
        return capacity.written(old, new, self._tables[table], transaction=transaction)

    def _look(self, table: str, key: Item) -> Item | None:
        contract = self._tables[table]
        names = [name for name in (contract.partition, contract.sort) if name]
        wanted = {name: key[name] for name in names}
        found: Item | None = self._client.get_item(TableName=table, Key=wanted).get("Item")
        return found


def _part(end: Mapping[str, str] | None, at: datetime) -> float:
    """Of a month, until a row is cleaned up whose end is that."""
    if end is None:
        return 1
    lasts = int(end["N"]) - at.timestamp() + assumed.CLEANED_DAYS * 86_400
    return min(1.0, max(0.0, lasts / assumed.MONTH))


def _with_bytes(arguments: dict[str, Any]) -> dict[str, Any]:
    """As a client is asked, which encodes bytes by itself; over the wire they are base64."""
    binary: Any = json.loads(
        json.dumps(arguments),
        object_hook=lambda each: {"B": b64decode(each["B"])} if each.keys() == {"B"} else each,
    )
    return dict(binary)


def _said(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer, default=lambda content: b64encode(content).decode()).encode()


def _steps(operation: str, arguments: dict[str, Any]) -> list[tuple[str, Item]]:
    """Table and key of every item that a request concerns. Raises KeyError for what this ledger cannot bill."""
    if operation == "TransactWriteItems":
        steps = [next(iter(step.items())) for step in arguments["TransactItems"]]
        return [(step["TableName"], step[_WRITES[kind]]) for kind, step in steps]
    return [(arguments["TableName"], arguments["Item" if operation == "PutItem" else "Key"])]


def _refusal(refusal: ClientError) -> dict[str, Any]:
    answer: Any = refusal.response
    kept = {name: answer[name] for name in ("CancellationReasons", "Item") if name in answer}
    code = answer["Error"]["Code"]
    return {"__type": f"com.amazonaws.dynamodb#{code}", "message": answer["Error"]["Message"], **kept}
