"""What time will change: found by its day, so that nobody looks through all there is."""

import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from heapq import merge
from typing import Any, TypeVar

from pynamodb.indexes import Index

from twofold.contracts.instants import day_of

from .attributes import InstantAttribute
from .items import Item
from .reading import reaching_database

I = TypeVar("I", bound=Item)  # noqa: E741 - the item's type

SHARDS = 4
"""Partitions that a day's rows are spread over: all codes of a campaign may be due at the same midnight."""

FAR_BACK = timedelta(days=3)
"""How long what is due is looked for: a sweeper that stood still over a weekend makes all of it good."""


def due_keys(key: str, at: datetime | None) -> dict[str, Any]:
    """Where a by_due index keeps a row that is due at `at`; nowhere when it never is."""
    if at is None:
        return {"due_shard": None, "due_at": None}
    return {"due_shard": _shard(at, zlib.crc32(key.encode()) % SHARDS), "due_at": at}


def found_due(by_due: Index[I], due_at: InstantAttribute, at: datetime) -> Iterator[I]:
    """The keys of rows that have been due since `FAR_BACK`, oldest first; `due_at` is the index's sort key."""
    day = at - FAR_BACK
    while day.date() <= at.date():
        shards = (_rows(by_due, _shard(day, number), due_at, at) for number in range(SHARDS))
        yield from merge(*shards, key=lambda item: getattr(item, due_at.attr_name))
        day += timedelta(days=1)


def _rows(by_due: Index[I], shard: str, due_at: InstantAttribute, at: datetime) -> Iterator[I]:
    with reaching_database():
        yield from by_due.query(shard, range_key_condition=due_at <= at)


def _shard(at: datetime, number: int) -> str:
    """`2026-11-22#3`"""
    return f"{day_of(at)}#{number}"
