"""Counters that judge by one conditional write; shared ones are leased in slices."""

from datetime import datetime

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from twofold.limits.allowance import Allowance

from .items import LimitItem
from .reading import reaching_database, unmet
from .transaction import Transaction

SLICES = 200
"""A shared allowance is leased in this many slices, so that two hundred writes a window count all of it."""


def charge(transaction: Transaction, allowance: Allowance, at: datetime) -> None:
    """Make one of the allowance part of the action; the step is named by its row."""
    row = LimitItem(limit_key=allowance.row(at))
    transaction.update(allowance.row(at), row, _take(allowance, at, 1), _fits(allowance, 1))


class DynamoCounter:
    """Exact: each take is a write."""

    def take(self, allowance: Allowance, at: datetime, amount: int = 1) -> bool:
        with reaching_database():
            try:
                row = LimitItem(limit_key=allowance.row(at))
                row.update(_take(allowance, at, amount), condition=_fits(allowance, amount))
            except UpdateError as error:
                if not unmet(error):
                    raise
                return False
        return True

    def give(self, allowance: Allowance, at: datetime, amount: int = 1) -> None:
        with reaching_database():
            LimitItem(limit_key=allowance.row(at)).update(_take(allowance, at, -amount))


class LeasedCounter:
    """Shared by many: takes a slice at a time and hands it out from memory.

    What a process leased and did not use is lost with it, so at most the allowance is ever given out, never more.
    """

    def __init__(self, counter: DynamoCounter) -> None:
        self._counter = counter
        self._leased: dict[str, int] = {}

    def take(self, allowance: Allowance, at: datetime, amount: int = 1) -> bool:
        row = allowance.row(at)
        while self._leased.get(row, 0) < amount:
            if not self._lease(allowance, at, amount):
                return False
        self._leased[row] -= amount
        return True

    def give(self, allowance: Allowance, at: datetime, amount: int = 1) -> None:
        self._keep(allowance.row(at), amount)

    def _lease(self, allowance: Allowance, at: datetime, amount: int) -> bool:
        # Near the end of an allowance a whole slice may not fit any more where this one does.
        for size in sorted({max(amount, allowance.most // SLICES), amount}, reverse=True):
            if self._counter.take(allowance, at, size):
                self._keep(allowance.row(at), size)
                return True
        return False

    def _keep(self, row: str, size: int) -> None:
        if row not in self._leased and len(self._leased) >= SLICES:
            self._leased.clear()
        self._leased[row] = self._leased.get(row, 0) + size


def _take(allowance: Allowance, at: datetime, amount: int) -> list[Action]:
    return [LimitItem.taken.add(amount), LimitItem.ttl.set(allowance.expiry(at))]


def _fits(allowance: Allowance, amount: int) -> Condition:
    room: Condition = LimitItem.taken <= allowance.most - amount
    return room | LimitItem.taken.does_not_exist() if amount <= allowance.most else room
