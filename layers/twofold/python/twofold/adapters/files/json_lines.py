"""JSON Lines: an object a row, with every column in it (https://jsonlines.org)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, BinaryIO

import msgspec

from twofold.contracts.instants import to_text
from twofold.exports.columns import Column, Row
from twofold.exports.ports import Written

from .ended import ended


class JsonLinesSheet:
    def __init__(self, columns: Sequence[Column], to: BinaryIO) -> None:
        self.rows = 0
        self._file = to
        self._names = [column.name for column in columns]

    @property
    def size(self) -> int:
        return self._file.tell()

    def write(self, rows: Sequence[Row]) -> None:
        self.rows += len(rows)
        self._file.write(msgspec.json.Encoder().encode_lines(map(self._object, rows)))

    def finished(self) -> Written:
        return ended(self._file)

    def _object(self, row: Row) -> dict[str, Any]:
        return dict(zip(self._names, map(_written, row), strict=True))


def _written(value: Any) -> Any:
    """Moments as everywhere else: in UTC, with milliseconds."""
    return to_text(value) if isinstance(value, datetime) else value
