"""Files of exports, read back as whoever gets them would."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, BinaryIO

from pyarrow import parquet

from twofold.adapters.files.safe_cells import meant
from twofold.contracts.instants import from_text
from twofold.exports.columns import Column, Row, Type

READ: dict[Type, Callable[[str], Any]] = {
    "text": meant,
    "phone": meant,
    "integer": int,
    "instant": from_text,
    "list": lambda cell: tuple(json.loads(meant(cell))),
    "object": lambda cell: json.loads(meant(cell)),
}


def read_csv(file: BinaryIO, columns: Sequence[Column]) -> Iterator[Row]:
    """Nothing and an empty text are one in a CSV: both are None here."""
    rows = csv.reader(io.TextIOWrapper(file, "utf-8-sig", newline=""), strict=True)
    assert next(rows) == [column.name for column in columns]
    for cells in rows:
        yield tuple(READ[c.type](cell) if cell else None for c, cell in zip(columns, cells, strict=True))


def read_json_lines(file: BinaryIO, columns: Sequence[Column]) -> Iterator[Row]:
    for line in file:
        found = json.loads(line)
        assert list(found) == [column.name for column in columns]
        yield tuple(_from_json(found[column.name], column.type) for column in columns)


def read_parquet(file: BinaryIO, columns: Sequence[Column]) -> Iterator[Row]:
    opened = parquet.ParquetFile(file)
    assert opened.schema_arrow.names == [column.name for column in columns]
    for batch in opened.iter_batches(10_000):
        for found in batch.to_pylist():
            yield tuple(_from_arrow(found[column.name], column.type) for column in columns)


READERS: dict[str, Callable[[BinaryIO, Sequence[Column]], Iterator[Row]]] = {
    "csv": read_csv,
    "jsonl": read_json_lines,
    "parquet": read_parquet,
}


def read_all(form: str, files: Iterable[bytes], columns: Sequence[Column]) -> list[Row]:
    return [row for file in files for row in READERS[form](io.BytesIO(file), columns)]


def without_empty(rows: Iterable[Row]) -> list[Row]:
    """As a CSV can tell it."""
    return [tuple(None if value == "" else value for value in row) for row in rows]


def _from_json(value: Any, kind: Type) -> Any:
    if kind == "instant" and value is not None:
        return from_text(value)
    return tuple(value) if kind == "list" and value is not None else value


def _from_arrow(value: Any, kind: Type) -> Any:
    if value is None:
        return None
    if kind == "object":
        return json.loads(value)
    if isinstance(value, datetime):
        return value
    return tuple(value) if kind == "list" else value
