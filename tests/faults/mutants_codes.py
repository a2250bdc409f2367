"""Mistakes that could have been made about codes that are few. The checks of pools and limits must see each."""

from collections.abc import Callable
from typing import Any

import pytest

from twofold.adapters.dynamodb.transaction import Transaction

Patch = pytest.MonkeyPatch


def coupons_taken_out_after(patch: Patch) -> None:
    """A coupon leaves its pool in a write of its own, once it is somebody's."""
    _afterwards(patch, "_deletes", lambda name: name == "coupon")


def limits_charged_after(patch: Patch) -> None:
    """What a code takes of its campaign's limits is written down once it is taken."""
    _afterwards(patch, "_updates", lambda name: "#part#" in name)


def _afterwards(patch: Patch, kind: str, late: Callable[[str], bool]) -> None:
    commit = Transaction.commit

    def twice(transaction: Transaction) -> None:
        steps: list[Any] = getattr(transaction, kind)
        rest = Transaction(transaction.connection)
        setattr(rest, kind, [step for step in steps if late(step[0])])
        setattr(transaction, kind, [step for step in steps if not late(step[0])])
        commit(transaction)
        if getattr(rest, kind):
            commit(rest)

    patch.setattr(Transaction, "commit", twice)
