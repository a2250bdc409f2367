"""CSV as RFC 4180 has it, in UTF-8: a heading, rows that end with CR LF, quotes where a cell needs them."""

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from io import TextIOWrapper
from typing import Any, BinaryIO

import msgspec

from twofold.contracts.instants import to_text
from twofold.exports.columns import Column, Row, Type
from twofold.exports.ports import Written

from .ended import ended
from .safe_cells import safe, safe_phone

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of its country."""


class CsvSheet:
    def __init__(self, columns: Sequence[Column], to: BinaryIO, *, plain: bool) -> None:
        self.rows = 0
        self._file = to
        self._text = TextIOWrapper(to, "utf-8", newline="", write_through=True)
        self._writer = csv.writer(self._text)
        self._spell = [SPELLING[column.type] for column in columns]
        self._text.write("" if plain else BOM)
        self._writer.writerow([column.name for column in columns])

    @property
    def size(self) -> int:
        return self._file.tell()

    def write(self, rows: Sequence[Row]) -> None:
        self.rows += len(rows)
        self._writer.writerows(map(self._cells, rows))

    def finished(self) -> Written:
        self._text.detach()
        return ended(self._file)

    def _cells(self, row: Row) -> list[str]:
        spelled = zip(self._spell, row, strict=True)
        return ["" if value is None else spell(value) for spell, value in spelled]


def _json(value: Sequence[str] | Mapping[str, Any]) -> str:
    """A list or an object begins with a bracket, but in a spreadsheet of another country a part may begin a cell."""
    return safe(msgspec.json.encode(value).decode())


def _instant(value: datetime) -> str:
    return to_text(value)


SPELLING: dict[Type, Callable[[Any], str]] = {
    "text": safe,
    "phone": safe_phone,
    "integer": str,
    "instant": _instant,
    "list": _json,
    "object": _json,
}
