"""Counters that judge by one conditional write; shared ones are leased in slices."""

from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from pynamodb.attributes import NumberAttribute
from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.operand import Path
from pynamodb.expressions.update import Action

from twofold.limits.allowance import Allowance

from .items import LimitItem
from .reading import reaching_database, read, unmet
from .transaction import Transaction

SLICES = 200
"""Nobody leases more of a shared allowance at once than one of so many slices."""

ROWS = 200
"""Rows that a process holds leases of."""


def charge(transaction: Transaction, allowance: Allowance, at: datetime) -> None:
    """Make one of the allowance part of the action; the step is named by its row."""
    row = LimitItem(limit_key=allowance.row(at))
    transaction.update(allowance.row(at), row, take(allowance, at, 1), fits(LimitItem.taken, allowance, 1))


class DynamoCounter:
    """Exact: each take is a write."""

    def take(self, allowance: Allowance, at: datetime, amount: int = 1) -> bool:
        return self.taken(allowance, at, amount) is not None

    def taken(self, allowance: Allowance, at: datetime, amount: int) -> int | None:
        """Take `amount`, and answer how much is taken by then in all; None when there is not so much left."""
        row = LimitItem(limit_key=allowance.row(at))
        with reaching_database():
            try:
                row.update(take(allowance, at, amount), condition=fits(LimitItem.taken, allowance, amount))
            except UpdateError as error:
                if not unmet(error):
                    raise
                return None
        return int(row.taken or 0)

    def used_up(self, allowance: Allowance, at: datetime) -> bool:
        row = read(LimitItem, allowance.row(at), consistent=False)
        return int(row.taken or 0 if row else 0) >= allowance.most

    def give(self, allowance: Allowance, at: datetime, amount: int = 1) -> None:
        with reaching_database():
            LimitItem(limit_key=allowance.row(at)).update(take(allowance, at, -amount))


@dataclass(slots=True)
class _Lease:
    """`left` of what was leased is not handed out yet; `size` was leased the last time, when `taken` was all in all."""

    left: int = 0
    size: int = 0
    taken: int = 0


class LeasedCounter:
    """Shared by many: leases some of an allowance and hands it out from memory.

    The first lease is just what is asked for, each next one twice the last, up to a slice: a busy process soon writes
    seldom, and what is lost with a process is less than what it took, and less than a slice. Never is more given out
    than there is. `ahead`: even the first lease is a slice, for windows so short that a lost one is soon made good.
    """

    def __init__(self, counter: DynamoCounter, *, ahead: bool = False) -> None:
        self._counter = counter
        self._ahead = ahead
        self._leases: dict[str, _Lease] = {}
        self._lock = Lock()

    def take(self, allowance: Allowance, at: datetime, amount: int = 1) -> bool:
        with self._lock:
            lease = self._lease(allowance.row(at))
            if lease.left < amount and not self._renew(lease, allowance, at, amount - lease.left):
                return False
            lease.left -= amount
            return True

    def give(self, allowance: Allowance, at: datetime, amount: int = 1) -> None:
        with self._lock:
            self._lease(allowance.row(at)).left += amount

    def left(self, allowance: Allowance, at: datetime) -> int:
        with self._lock:
            lease = self._lease(allowance.row(at))
            return max(0, allowance.most - lease.taken) + lease.left

    def _renew(self, lease: _Lease, allowance: Allowance, at: datetime, missing: int) -> bool:
        # Near the end of an allowance a doubled lease may not fit any more where what is missing does.
        slice_of_it = allowance.most // SLICES
        doubled = slice_of_it if self._ahead else min(2 * lease.size, slice_of_it)
        for size in sorted({max(missing, doubled), missing}, reverse=True):
            taken = self._counter.taken(allowance, at, size)
            if taken is not None:
                lease.left, lease.size, lease.taken = lease.left + size, size, taken
                return True
        lease.size = 0
        return False

    def _lease(self, row: str) -> _Lease:
        if row not in self._leases and len(self._leases) >= ROWS:
            del self._leases[next(iter(self._leases))]
        return self._leases.setdefault(row, _Lease())


def take(allowance: Allowance, at: datetime, amount: int) -> list[Action]:
    """What takes so much of an allowance out of its own row."""
    return [LimitItem.taken.add(amount), LimitItem.ttl.set(allowance.expiry(at))]


def fits(taken: NumberAttribute | Path, allowance: Allowance, amount: int) -> Condition:
    """That so much is left of an allowance, of which so much is taken."""
    room: Condition = taken <= allowance.most - amount
    return room | taken.does_not_exist() if amount <= allowance.most else room
