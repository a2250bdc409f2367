"""What DynamoDB bills for a request: write units of 1 KB, read units of 4 KB, each index again.

https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html. Where the documentation
leaves a choice (an index's share of a transaction), the dearer reading is taken.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from twofold.contracts.tables import Index

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


def written(
    before: Item | None, after: Item | None, indexes: tuple[Index, ...], *, transaction: bool = False
) -> Units:
    """Of one put, update or delete; one that its condition refused is billed like any other."""
    units = ceil(max(size(before), size(after), 1) / WRITE)
    units += sum(_indexed(before, after, index) for index in indexes)
    return Units(write=units * (TRANSACTION if transaction else 1))


def read(item: Item | None, *, consistent: bool) -> Units:
    """Of one item; one that is not there costs as much as a small one."""
    units = ceil(max(size(item), 1) / READ)
    return Units(read=units if consistent else units / 2)


def queried(items: Sequence[Item], *, consistent: bool) -> Units:
    """Of one page of answers, however many items are on it; an empty one costs as much as a small one."""
    units = ceil(max(sum(map(size, items)), 1) / READ)
    return Units(read=units if consistent else units / 2)


def _indexed(before: Item | None, after: Item | None, index: Index) -> int:
    """An entry that moves is deleted and put; one whose item did not change costs nothing."""
    old, new = _key(before, index), _key(after, index)
    if old == new and before == after:
        return 0
    shares = [item for item, key in ((before, old), (after, new)) if key]
    if old == new:
        shares = [max(shares, key=size)] if shares else []
    return sum(ceil(size(item) / WRITE) for item in shares)


def _key(item: Item | None, index: Index) -> tuple[Any, ...] | None:
    names = [name for name in (index.partition, index.sort) if name]
    return tuple(item[name] for name in names) if item and all(name in item for name in names) else None


def size(item: Item | None) -> int:
    """In bytes: names and values as UTF-8."""
    return sum(len(name.encode()) + _size(value) for name, value in (item or {}).items())


def _size(value: Mapping[str, Any]) -> int:
    ((kind, content),) = value.items()
    match kind:
        case "S":
            return len(content.encode())
        case "N":
            return ceil(len(content.strip("-").replace(".", "")) / 2) + 1
        case "L":
            return 3 + sum(1 + _size(entry) for entry in content)
        case "M":
            return 3 + sum(1 + len(name.encode()) + _size(entry) for name, entry in content.items())
        case "SS":
            return sum(len(entry.encode()) for entry in content)
    return 1
