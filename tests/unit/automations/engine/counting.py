"""What each call of a port costs: found by counting what the adapters ask of AWS for it."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from tests.bench import capacity
from tests.bench.capacity import NOTHING, Units
from tests.fakes.aws import FakeAws
from tests.fakes.books import Books
from twofold.contracts.tables import TABLES

BY_NAME = {table.name: table for table in TABLES}
BOOKS = ("campaigns", "leads", "codes", "messages", "automations", "enrolments", "activity", "ordered", "had")


@dataclass(frozen=True, slots=True)
class Asked:
    """Operations of AWS, by name, and what DynamoDB bills for them."""

    operations: Counter[str]
    units: Units = NOTHING

    def __add__(self, other: "Asked") -> "Asked":
        return Asked(self.operations + other.operations, self.units + other.units)

    def times(self, many: int) -> "Asked":
        operations = Counter({name: count * many for name, count in self.operations.items()})
        return Asked(operations, Units(self.units.write * many, self.units.read * many))


FREE = Asked(Counter())


@dataclass(slots=True)
class Tally:
    """`calls` of ports, by name. `cost` is told of each, with the way to do it, where somebody wants to know more."""

    calls: Counter[str] = field(default_factory=Counter)
    cost: Callable[[str, Callable[[], Any]], Any] = lambda name, do: do()

    def of(self, name: str, port: Any) -> Any:
        return Counted(name, port, self)

    def books(self, books: Books) -> Books:
        return replace(books, **{name: self.of(name, getattr(books, name)) for name in BOOKS})


@dataclass(slots=True)
class Counted:
    """A port, whose calls are counted."""

    name: str
    port: Any
    tally: Tally

    def __getattr__(self, name: str) -> Any:
        method, full = getattr(self.port, name), f"{self.name}.{name}"

        def call(*given: Any, **named: Any) -> Any:
            self.tally.calls[full] += 1
            return self.tally.cost(full, lambda: method(*given, **named))

        return call


@dataclass(slots=True)
class Meter:
    """Reads off a stand-in for AWS what each call of a port came to: `found` has the last of each, by its name.

    A step's and an end's differ in what they write, so what is `found` is a list, in order.
    """

    aws: FakeAws
    found: list[tuple[str, Asked]] = field(default_factory=list)
    rows: dict[tuple[str, str], Any] = field(default_factory=dict)

    def __call__(self, name: str, do: Callable[[], Any]) -> Any:
        before = len(self.aws.calls)
        answer = do()
        asked = sum((self._asked(*call) for call in self.aws.calls[before:]), FREE)
        self.found.append((name, asked))
        return answer

    def _asked(self, target: str, arguments: Any) -> Asked:
        if not target.startswith("DynamoDB"):
            return Asked(Counter({target: 1}))
        operation = target.rpartition(".")[2]
        return Asked(Counter({operation: 1}), self._units(operation, arguments))

    def _units(self, operation: str, arguments: Any) -> Units:
        if operation == "TransactWriteItems":
            puts = (step["Put"] for step in arguments["TransactItems"])
            return sum((self._put(put, transaction=True) for put in puts), NOTHING)
        if operation == "PutItem":
            return self._put(arguments, transaction=False)
        consistent = bool(arguments.get("ConsistentRead"))
        return capacity.read(None, consistent=consistent)

    def _put(self, put: Any, *, transaction: bool) -> Units:
        table, item = BY_NAME[put["TableName"]], put["Item"]
        names = [name for name in (table.partition, table.sort) if name]
        key = (table.name, json.dumps([item[name] for name in names]))
        before, self.rows[key] = self.rows.get(key), item
        return capacity.written(before, item, table, transaction=transaction)
