"""What is charged to limits of one key over windows of several lengths, such as ten minutes and a day: one row a day.

Windows stand on the clock, so a longer one is made of whole shorter ones. It has the row, and what is taken in each of
the shorter stands there under a name of its own: each is exact, as in a row of its own, and all are one write.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import reduce
from itertools import groupby
from operator import and_
from typing import Any

from pynamodb.expressions.operand import Path

from twofold.limits.allowance import Allowance

from .items import LimitItem
from .limits import fits, take
from .transaction import Transaction

Stored = Mapping[str, Mapping[str, Any]]
"""Rows by the names of the steps that they stood in the way of."""


def charge_windows(transaction: Transaction, charges: Sequence[Allowance], at: datetime) -> None:
    """Make one of each allowance part of the action; the steps are named by their rows."""
    for row, within in _rows(charges, at):
        condition = reduce(and_, (fits(Path(name), each, 1) for name, each in within.items()))
        longest = within[_TAKEN]
        actions = [*take(longest, at, 1), *(Path(name).add(1) for name in within if name != _TAKEN)]
        transaction.update(row, LimitItem(limit_key=row), actions, condition)


def used_up(stored: Stored, charges: Sequence[Allowance], at: datetime) -> Allowance | None:
    """The first of the allowances, as they were given, that let no more be taken."""
    full = {
        each
        for row, within in _rows(charges, at)
        if row in stored
        for name, each in within.items()
        if int(stored[row].get(name, _NOTHING)["N"]) >= each.most
    }
    return next((each for each in charges if each in full), None)


_TAKEN = LimitItem.taken.attr_name
_NOTHING = {"N": "0"}


def _rows(charges: Sequence[Allowance], at: datetime) -> Iterator[tuple[str, dict[str, Allowance]]]:
    """Each row with its allowances, by the attributes that count them."""
    for _, group in groupby(
        sorted(charges, key=lambda each: (each.key, -each.seconds)), lambda each: each.key
    ):
        longest, *shorter = group
        yield longest.row(at), {_TAKEN: longest, **{_name(each, longest, at): each for each in shorter}}


def _name(each: Allowance, longest: Allowance, at: datetime) -> str:
    """Short, as a day has many: which of the longest window's parts it is, and how long they are."""
    return f"{int(at.timestamp()) % longest.seconds // each.seconds}/{each.seconds}"
