"""Which cell of a line is the coupon and which its end: as the heading says, else the first and the second.

CSV as RFC 4180 has it, but that a line is always a row, and that `;` or a tab may stand for the comma: spreadsheets of
many countries write them.
"""

import csv
from dataclasses import dataclass

DELIMITERS = (";", "\t", ",")

CODE = frozenset({"code", "codes", "coupon", "coupon code", "discount code", "voucher", "voucher code"})
END = frozenset({"expires at", "expires", "expiry", "expiry date", "expiration date", "valid until"})
"""What a heading calls them, whatever the case; `_` and `-` are as good as a blank."""


@dataclass(frozen=True, slots=True)
class Layout:
    delimiter: str = ","
    code: int = 0
    expires_at: int | None = 1
    heading: bool = False

    def cells(self, line: str) -> tuple[str, str]:
        """The coupon's cell and its end's; empty where there is none. Raises csv.Error for quotes that do not fit."""
        if '"' in line:
            row = next(csv.reader([line], delimiter=self.delimiter, strict=True), [])
        else:
            row = line.split(self.delimiter)
        end = "" if self.expires_at is None or self.expires_at >= len(row) else row[self.expires_at]
        return (row[self.code] if self.code < len(row) else ""), end


def layout_of(first: str) -> Layout:
    """As a file's first line tells; a heading is one that names a column of coupons."""
    delimiter = next((mark for mark in DELIMITERS if mark in first), ",")
    try:
        named = [_plain(cell) for cell in next(csv.reader([first], delimiter=delimiter, strict=True), [])]
    except csv.Error:
        return Layout(delimiter)
    code, end = _first(named, CODE), _first(named, END)
    return Layout(delimiter) if code is None else Layout(delimiter, code, end, heading=True)


def _plain(cell: str) -> str:
    return " ".join(cell.replace("_", " ").replace("-", " ").casefold().split())


def _first(named: list[str], wanted: frozenset[str]) -> int | None:
    return next((place for place, name in enumerate(named) if name in wanted), None)
