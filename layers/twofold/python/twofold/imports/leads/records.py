"""A file's records: a line each, or several where a cell in quotes goes on over their ends (RFC 4180).

A quote that is never closed costs the one line that it stands in, not the rest of the file.
"""

import csv
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from twofold.imports.lines import Line

LONGEST = 16 * 1024
"""Bytes of a line, and of a record: a person, the words that they agreed to, and columns of somebody else's."""

MOST_LINES = 50
"""Lines of one record."""


class Record(NamedTuple):
    """`cells`, or why there are none. `line` is where it begins, `end` the first byte after it."""

    line: int
    end: int
    cells: list[str] | None
    fault: str | None = None


def records(lines: Iterator[Line], delimiter: str) -> Iterator[Record]:
    ahead: deque[Line] = deque()
    while first := (ahead.popleft() if ahead else next(lines, None)):
        yield _record(first, ahead, lines, delimiter)


def _record(first: Line, ahead: deque[Line], lines: Iterator[Line], delimiter: str) -> Record:
    text = first.content
    if text is None:
        return Record(first.number, first.end, None, "too_long")
    end, taken = first.end, list[Line]()
    while is_open(text, delimiter.encode()):
        line = (ahead.popleft() if ahead else next(lines, None)) if len(taken) < MOST_LINES else None
        if line:
            taken.append(line)
        if line is None or line.content is None or len(text) + len(line.content) > LONGEST:
            ahead.extendleft(reversed(taken))
            return Record(first.number, first.end, None, "quotes")
        text, end = text + b"\n" + line.content, line.end
    cells, fault = _cells(text, delimiter)
    if taken and cells is None:
        ahead.extendleft(reversed(taken))
        end = first.end
    return Record(first.number, end, cells, fault)


def is_open(text: bytes, delimiter: bytes) -> bool:
    """Whether it ends within a cell in quotes."""
    start = 0
    while start >= 0:
        if text.startswith(b'"', start):
            start = _closed(text, start + 1)
            if start < 0:
                return True
        after = text.find(delimiter, start)
        start = after + 1 if after >= 0 else -1
    return False


def _closed(text: bytes, start: int) -> int:
    """The place after the quote that closes the cell that begins here; -1 when none does."""
    while (quote := text.find(b'"', start)) >= 0:
        if not text.startswith(b'""', quote):
            return quote + 1
        start = quote + 2
    return -1


def _cells(text: bytes, delimiter: str) -> tuple[list[str] | None, str | None]:
    try:
        written = text.decode("utf-8")
        if '"' not in written:
            return written.split(delimiter), None
        return next(csv.reader([written], delimiter=delimiter, strict=True), []), None
    except UnicodeDecodeError:
        return None, "not_utf8"
    except csv.Error:
        return None, "quotes"
