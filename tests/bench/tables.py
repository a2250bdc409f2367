"""The contract's tables, as DynamoDB is asked to make them."""

from typing import Any

from twofold.contracts.tables import Index, Table


def description(table: Table) -> dict[str, Any]:
    """Arguments of CreateTable, all but the name."""
    key = _key(table)
    indexes = [
        {"IndexName": i.name, "KeySchema": _key(i), "Projection": {"ProjectionType": _shown(i)}}
        for i in table.indexes
    ]
    names = {part["AttributeName"] for schema in (key, *(_key(i) for i in table.indexes)) for part in schema}
    return {
        "KeySchema": key,
        "AttributeDefinitions": [{"AttributeName": n, "AttributeType": "S"} for n in sorted(names)],
        "BillingMode": "PAY_PER_REQUEST",
        **({"GlobalSecondaryIndexes": indexes} if indexes else {}),
    }


def _key(of: Table | Index) -> list[dict[str, str]]:
    parts = [("HASH", of.partition), ("RANGE", of.sort)]
    return [{"AttributeName": name, "KeyType": kind} for kind, name in parts if name]


def _shown(index: Index) -> str:
    return "KEYS_ONLY" if index.keys_only else "ALL"
