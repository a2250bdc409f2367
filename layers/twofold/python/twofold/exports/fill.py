"""Fills one file with rows, until it is full, there are no more, or time is short."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from .model import Cursor, Export
from .ports import Sheet
from .tables.table import Table

CHUNK = 1_000
"""Records that are read before anybody looks how full it is, and how late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A file takes `rows`, and not much more than `size` bytes; with `reserve` seconds left it is time to end it.

    A file lies on the function's own disk until it is put, and putting it takes a while.
    """

    rows: int = 250_000
    size: int = 256 * 1024 * 1024
    reserve: float = 180.0

    def full(self, sheet: Sheet) -> bool:
        return sheet.rows >= self.rows or sheet.size >= self.size

    def late(self, time_left: float) -> bool:
        return time_left < self.reserve


@dataclass(frozen=True, slots=True)
class Filled:
    """`cursor` is behind the last record that was read, `end` whether it was the last of all."""

    sheet: Sheet
    cursor: Cursor | None
    end: bool


def fill(
    sheet: Sheet,
    job: Export,
    table: Table,
    rows: Iterator[tuple[Cursor, Any]],
    room: Room,
    time_left: Callable[[], float],
) -> Filled:
    """At least some records are read, however late it is: so whoever begins comes further."""
    cursor = job.cursor
    while chunk := list(islice(rows, min(CHUNK, room.rows - sheet.rows))):
        wanted = (table.row_for(record, job) for _, record in chunk)
        sheet.write([row for row in wanted if row is not None])
        cursor = chunk[-1][0]
        if room.full(sheet) or room.late(time_left()):
            return Filled(sheet, cursor, end=False)
    return Filled(sheet, cursor, end=True)
