"""What each line of a file of coupons holds: a coupon, or a reason why not."""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime

from twofold.imports.lines import Line, numbered
from twofold.imports.row import Row
from twofold.imports.seen import MOST, Seen
from twofold.imports.text import BOM, Unreadable, insist_on_text
from twofold.pools.read_coupon import Entry, NoCoupon, read_coupon

from .layout import Layout, layout_of

LONGEST_LINE = 1_024
"""Bytes: a coupon with its end and some columns of somebody else's."""


def rows(pieces: Iterable[bytes], at: datetime) -> Iterator[Row[Entry]]:
    """A row per line but the heading; a coupon that stood there before is a fault, and so is one that is over by `at`.

    Raises Unreadable for what is no text, or has more lines than can be taken.
    """
    layout, seen = Layout(), Seen()
    for line in numbered(insist_on_text(pieces), LONGEST_LINE):
        if line.number == 1:
            line = line._replace(content=line.content and line.content.removeprefix(BOM))
            layout = _layout(line)
            if layout.heading:
                continue
        if line.number - layout.heading > MOST:
            raise Unreadable(f"The file has more than {MOST:,} lines. Send the rest in another.")
        yield _row(line, layout, seen, at)


def _layout(first: Line) -> Layout:
    return layout_of((first.content or b"").decode("utf-8", "replace"))


def _row(line: Line, layout: Layout, seen: Seen, at: datetime) -> Row[Entry]:
    try:
        entry = _entry(line, layout, at)
    except NoCoupon as fault:
        return Row(line.number, line.end, None, fault.reason)
    if not seen.add(entry.code):
        return Row(line.number, line.end, None, "duplicate")
    return Row(line.number, line.end, entry)


def _entry(line: Line, layout: Layout, at: datetime) -> Entry:
    if line.content is None:
        raise NoCoupon("too_long")
    try:
        code, end = layout.cells(line.content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise NoCoupon("not_utf8") from error
    except csv.Error as error:
        raise NoCoupon("strange_characters") from error
    return read_coupon(code, end, at=at)
