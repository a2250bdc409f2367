"""How often something was, by day: every counter is spread over several rows."""

import random
from collections import Counter

from .items import MetricItem
from .reading import reaching_database
from .transaction import Transaction

SHARDS = 8
"""Rows that one counter is spread over: a stadium that scans at once must not wait for one row."""


def count(scope: str, *told: str) -> None:
    """Count one more. `scope` says whose counter it is, `told` what it counts: a day first, nothing with a `#`."""
    with reaching_database():
        _row(scope, told).update([MetricItem.number.add(1)])


def add_count(transaction: Transaction, scope: str, *told: str) -> None:
    """Make it part of an action that one more is counted; the step is named `count`."""
    transaction.update("count", _row(scope, told), [MetricItem.number.add(1)])


def totals(scope: str, first_day: str, last_day: str) -> list[tuple[tuple[str, ...], int]]:
    """What was told and how often, in its order, from one day (`2026-11-22`) to another, each included."""
    total: Counter[tuple[str, ...]] = Counter()
    between = MetricItem.bucket.between(first_day, last_day + "~")
    with reaching_database():
        for item in MetricItem.query(scope, between):
            *told, _ = item.bucket.split("#")
            total[tuple(told)] += int(item.number)
    return sorted(total.items())


def _row(scope: str, told: tuple[str, ...]) -> MetricItem:
    return MetricItem(scope=scope, bucket="#".join((*told, str(random.randrange(SHARDS)))))
