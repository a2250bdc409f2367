"""What DynamoDB bills for a request: write units of 1 KB, read units of 4 KB, each index again.

https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html. What that page leaves open
is taken as it was measured on DynamoDB itself, https://github.com/paritysuite/dynamodb-conformance (issues 124, 149)
and https://github.com/nubo-db/dynoxide/pull/188: a transaction doubles the table's units and not those of an index, and
an index is charged for the change to what it stores.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from twofold.contracts.tables import Index, Table

Item = Mapping[str, Mapping[str, Any]]
WRITE, READ = 1024, 4096
TRANSACTION = 2


@dataclass(frozen=True, slots=True)
class Units:
    write: float = 0.0
    read: float = 0.0

    def __add__(self, other: "Units") -> "Units":
        return Units(self.write + other.write, self.read + other.read)


NOTHING = Units()


def written(before: Item | None, after: Item | None, table: Table, *, transaction: bool = False) -> Units:
    """Of one put, update, delete or check; one that its condition refused is billed like any other."""
    units = ceil(max(size(before), size(after), 1) / WRITE) * (TRANSACTION if transaction else 1)
    return Units(write=units + sum(_indexed(before, after, table, index) for index in table.indexes))


def read(item: Item | None, *, consistent: bool) -> Units:
    """Of one item; one that is not there costs as much as a small one."""
    units = ceil(max(size(item), 1) / READ)
    return Units(read=units if consistent else units / 2)


def queried(items: Sequence[Item], *, consistent: bool) -> Units:
    """Of one page of answers, however many items are on it; an empty one costs as much as a small one."""
    units = ceil(max(sum(map(size, items)), 1) / READ)
    return Units(read=units if consistent else units / 2)


def shown(item: Item | None, table: Table, index: Index) -> Item | None:
    """What an index stores of an item; None of one that lacks its key."""
    keys = _keys(index)
    if not item or not all(name in item for name in keys):
        return None
    stored = {*keys, *_keys(table)} if index.keys_only else set(item)
    return {name: value for name, value in item.items() if name in stored}


def size(item: Item | None) -> int:
    """In bytes: names and values as UTF-8."""
    return sum(len(name.encode()) + _size(value) for name, value in (item or {}).items())


def _indexed(before: Item | None, after: Item | None, table: Table, index: Index) -> int:
    """An entry that moves is deleted and put; one that stays is charged at its larger size, if it changes at all."""
    old, new = shown(before, table, index), shown(after, table, index)
    if old == new:
        return 0
    sizes = [size(entry) for entry in (old, new) if entry]
    stays = old and new and all(old[name] == new[name] for name in _keys(index))
    return sum(ceil(each / WRITE) for each in ([max(sizes)] if stays else sizes))


def _keys(of: Table | Index) -> list[str]:
    return [name for name in (of.partition, of.sort) if name]


def _size(value: Mapping[str, Any]) -> int:
    ((kind, content),) = value.items()
    match kind:
        case "S":
            return len(content.encode())
        case "B":
            return len(content)
        case "N":
            return ceil(len(content.strip("-").replace(".", "")) / 2) + 1
        case "L":
            return 3 + sum(1 + _size(entry) for entry in content)
        case "M":
            return 3 + sum(1 + len(name.encode()) + _size(entry) for name, entry in content.items())
        case "SS":
            return sum(len(entry.encode()) for entry in content)
    return 1
