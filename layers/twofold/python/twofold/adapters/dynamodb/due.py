"""Codes that time will change: found by their day, so that nobody looks through all of them."""

import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from heapq import merge
from typing import Any

from twofold.contracts.instants import day_of

from .items import CodeItem
from .reading import reaching_database

SHARDS = 4
"""Partitions that a day's codes are spread over: one campaign's may all be due at the same midnight."""

FAR_BACK = timedelta(days=3)
"""How long a code that is due is looked for: a sweeper that stood still over a weekend makes all of it good."""


def due_keys(code: str, at: datetime | None) -> dict[str, Any]:
    """Where the by_due index keeps a code that is due at `at`; nowhere when it never is."""
    if at is None:
        return {"due_shard": None, "due_at": None}
    return {"due_shard": _shard(at, zlib.crc32(code.encode()) % SHARDS), "due_at": at}


def codes_due(at: datetime) -> Iterator[str]:
    """Codes that have been due since `FAR_BACK`, oldest first."""
    day = at - FAR_BACK
    while day.date() <= at.date():
        yield from _of_day(day, at)
        day += timedelta(days=1)


def _of_day(day: datetime, at: datetime) -> Iterator[str]:
    found = merge(*(_rows(_shard(day, number), at) for number in range(SHARDS)), key=lambda row: row[0])
    return (code for _, code in found)


def _rows(shard: str, at: datetime) -> Iterator[tuple[datetime, str]]:
    with reaching_database():
        for item in CodeItem.by_due.query(shard, range_key_condition=CodeItem.due_at <= at):
            yield item.due_at, item.code


def _shard(at: datetime, number: int) -> str:
    """`2026-11-22#3`"""
    return f"{day_of(at)}#{number}"
