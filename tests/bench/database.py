"""Answers as AWS would: DynamoDB by moto, with each request's units; the rest with the least that will do."""

import json
from threading import Lock
from typing import Any

import boto3
from botocore.exceptions import ClientError

from twofold.contracts.settings import TableSettings
from twofold.contracts.tables import TABLES

from . import capacity
from .capacity import NOTHING, Item, Units
from .interpreter import REGION
from .tables import description

_SENT = (
    "<PublishResponse><PublishResult><MessageId>00000000-0000-4000-8000-000000000000</MessageId>"
    "</PublishResult></PublishResponse>"
)
OVERHEAD = 100
_WRITES = {"Put": "Item", "Update": "Key", "Delete": "Key", "ConditionCheck": "Key"}


class Database:
    """`names` are the physical names of the contract's tables. Needs moto's `mock_aws` around it."""

    def __init__(self, names: TableSettings) -> None:
        self._client: Any = boto3.client("dynamodb", region_name=REGION)
        self._tables = {getattr(names, table.name): table for table in TABLES}
        self._one_at_a_time = Lock()
        for name, table in self._tables.items():
            self._client.create_table(TableName=name, **description(table))

    def answer(self, operation: str, arguments: dict[str, Any]) -> tuple[int, bytes, Units]:
        match operation:
            case "GetSecretValue":
                return 200, json.dumps({"SecretString": "s" * 64}).encode(), NOTHING
            case "PutEvents":
                taken = [{"EventId": str(n)} for n, _ in enumerate(arguments["Entries"])]
                return 200, json.dumps({"FailedEntryCount": 0, "Entries": taken}).encode(), NOTHING
            case "Publish":
                return 200, _SENT.encode(), NOTHING
        with self._one_at_a_time:
            if operation == "Query":
                return self._query(arguments)
            return self._do(operation, arguments)

    def stored(self) -> int:
        """Bytes that are billed for storage: every row, again for each index, 100 more for either."""
        total = 0
        for name, table in self._tables.items():
            for item in self._client.scan(TableName=name)["Items"]:
                copies = 1 + sum(index.partition in item for index in table.indexes)
                total += copies * (capacity.size(item) + OVERHEAD)
        return total

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
        return status, json.dumps(answer).encode(), units

    def _query(self, arguments: dict[str, Any]) -> tuple[int, bytes, Units]:
        found = self._client.query(**arguments)
        answer = {name: found[name] for name in ("Items", "Count", "ScannedCount")}
        units = capacity.queried(found["Items"], consistent=bool(arguments.get("ConsistentRead")))
        return 200, json.dumps(answer).encode(), units

    def _bill(
        self, operation: str, arguments: dict[str, Any], table: str, old: Item | None, new: Item | None
    ) -> Units:
        if operation == "GetItem":
            return capacity.read(old, consistent=bool(arguments.get("ConsistentRead")))
        transaction = operation == "TransactWriteItems"
        return capacity.written(old, new, self._tables[table].indexes, transaction=transaction)

    def _look(self, table: str, key: Item) -> Item | None:
        contract = self._tables[table]
        names = [name for name in (contract.partition, contract.sort) if name]
        wanted = {name: key[name] for name in names}
        found: Item | None = self._client.get_item(TableName=table, Key=wanted).get("Item")
        return found


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
