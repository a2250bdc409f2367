"""Limits that many reach for at once: one part of them is taken by a condition in the action that needs it."""

from collections.abc import Mapping, Sequence

from pynamodb.expressions.condition import Condition

from twofold.limits.spread import Part

from .connection import SharedConnection
from .items import LimitItem
from .reading import reaching_database
from .transaction import Cancelled, Transaction


def take_part(transaction: Transaction, part: Part) -> None:
    """Make it part of the action that this much is taken, or given back; the step is named by the part's row."""
    row = LimitItem(limit_key=part.row)
    transaction.update(part.row, row, [LimitItem.taken.add(part.amount)], _fits(part))


class DynamoParts:
    """Read as they stand now."""

    def taken(self, rows: Sequence[str]) -> Mapping[str, int]:
        with reaching_database():
            found = {
                item.limit_key: int(item.taken or 0)
                for item in LimitItem.batch_get(rows, consistent_read=True)
            }
        return {row: found.get(row, 0) for row in rows}


class DynamoMovableParts(DynamoParts):
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def move(self, above: Part, free: Part) -> bool:
        transaction = Transaction(self._connection)
        take_part(transaction, above)
        take_part(transaction, free)
        try:
            transaction.commit()
        except Cancelled:
            return False
        return True


def _fits(part: Part) -> Condition | None:
    if part.amount <= 0:
        return LimitItem.taken >= part.most - part.amount if part.above else None
    room: Condition = LimitItem.taken <= part.most - part.amount
    return room | LimitItem.taken.does_not_exist() if part.amount <= part.most else room
