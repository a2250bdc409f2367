"""Parquet with types (https://parquet.apache.org/docs/file-format/).

Loaded with the first file of it: pyarrow is large.
"""

from collections.abc import Sequence
from typing import Any, BinaryIO

import msgspec
import pyarrow as arrow
from pyarrow import parquet

from twofold.exports.columns import Column, Row, Type
from twofold.exports.ports import Written

from .ended import ended

ROW_GROUP = 20_000
"""Rows that wait in memory until they are packed."""

STAMP = arrow.timestamp("ms", tz="UTC")
TYPES: dict[Type, Any] = {
    "text": arrow.string(),
    "phone": arrow.string(),
    "integer": arrow.int64(),
    "instant": STAMP,
    "list": arrow.list_(arrow.string()),
    "object": arrow.string(),
}


class ParquetSheet:
    """Objects are JSON texts: their fields differ from row to row."""

    def __init__(self, columns: Sequence[Column], to: BinaryIO) -> None:
        self.rows = 0
        self._file = to
        self._schema = arrow.schema([(column.name, TYPES[column.type]) for column in columns])
        self._writer = parquet.ParquetWriter(to, self._schema, compression="zstd")
        self._objects = [column.type == "object" for column in columns]
        self._waiting: list[Any] = []

    @property
    def size(self) -> int:
        waiting: int = sum(batch.nbytes for batch in self._waiting)
        return self._file.tell() + waiting

    def write(self, rows: Sequence[Row]) -> None:
        if not rows:
            return
        self.rows += len(rows)
        self._waiting.append(self._batch(rows))
        if sum(batch.num_rows for batch in self._waiting) >= ROW_GROUP:
            self._pack()

    def close(self) -> None:
        """The writer has a last word to say, for which the file must still be there."""
        if self._writer.is_open:
            self._writer.close()

    def finished(self) -> Written:
        self._pack()
        self.close()
        return ended(self._file)

    def _batch(self, rows: Sequence[Row]) -> Any:
        by_column = zip(*rows, strict=True)
        arrays = [
            arrow.array(list(map(_json, values)) if is_object else values, field.type)
            for values, is_object, field in zip(by_column, self._objects, self._schema, strict=True)
        ]
        return arrow.RecordBatch.from_arrays(arrays, schema=self._schema)

    def _pack(self) -> None:
        if self._waiting:
            self._writer.write_table(arrow.Table.from_batches(self._waiting, self._schema))
            self._waiting = []


def _json(value: Any) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()
