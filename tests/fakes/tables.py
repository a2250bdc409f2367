"""The tables of `contracts.tables`, made by hand where no stack makes them."""

from typing import Any

from twofold.contracts.settings import TableSettings
from twofold.contracts.tables import TABLES, Index, Table

SETTINGS = TableSettings(**{table.name: table.name for table in TABLES})


def make_tables(client: Any) -> None:
    """All tables, unless another server of this process has made them: what they play is one and the same AWS."""
    there = client.list_tables()["TableNames"]
    for table in TABLES:
        if table.name not in there:
            client.create_table(**_definition(table))


def _definition(table: Table) -> dict[str, Any]:
    keys: list[Table | Index] = [table, *table.indexes]
    names = {key.partition for key in keys} | {key.sort for key in keys if key.sort}
    indexes = [
        {
            "IndexName": i.name,
            "KeySchema": _key(i.partition, i.sort),
            "Projection": {"ProjectionType": "KEYS_ONLY" if i.keys_only else "ALL"},
        }
        for i in table.indexes
    ]
    return {
        "TableName": table.name,
        "KeySchema": _key(table.partition, table.sort),
        "AttributeDefinitions": [{"AttributeName": n, "AttributeType": "S"} for n in sorted(names)],
        "BillingMode": "PAY_PER_REQUEST",
        **({"GlobalSecondaryIndexes": indexes} if indexes else {}),
    }


def _key(partition: str, sort: str | None) -> list[dict[str, str]]:
    first = [{"AttributeName": partition, "KeyType": "HASH"}]
    return first + ([{"AttributeName": sort, "KeyType": "RANGE"}] if sort else [])
