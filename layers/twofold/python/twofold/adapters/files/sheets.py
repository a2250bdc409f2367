"""Begins a file in the format that is asked for, on the function's own disk."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import BinaryIO

from twofold.contracts.exports import Format
from twofold.exports.columns import Column
from twofold.exports.ports import Sheet

from .csv_sheet import CsvSheet
from .json_lines import JsonLinesSheet


class DiskSheets:
    """A file has no name and is gone as its context ends, or with the process."""

    @contextmanager
    def begun(self, form: Format, columns: Sequence[Column], *, plain: bool) -> Iterator[Sheet]:
        with TemporaryFile() as file:
            yield _sheet(form, columns, file, plain=plain)


def _sheet(form: Format, columns: Sequence[Column], file: BinaryIO, *, plain: bool) -> Sheet:
    if form == "csv":
        return CsvSheet(columns, file, plain=plain)
    if form == "jsonl":
        return JsonLinesSheet(columns, file)
    from .parquet_sheet import ParquetSheet

    return ParquetSheet(columns, file)
