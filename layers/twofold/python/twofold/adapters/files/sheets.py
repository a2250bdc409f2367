"""Begins a file in the format that is asked for, on the function's own disk."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO

from twofold.contracts.exports import Format
from twofold.exports.columns import Column
from twofold.exports.ports import Sheet

from .csv_sheet import CsvSheet
from .json_lines import JsonLinesSheet

if TYPE_CHECKING:
    from .parquet_sheet import ParquetSheet


class DiskSheets:
    """A file has no name and is gone as its context ends, or with the process."""

    @contextmanager
    def begun(self, form: Format, columns: Sequence[Column], *, plain: bool) -> Iterator[Sheet]:
        with TemporaryFile() as file:
            if form == "csv":
                yield CsvSheet(columns, file, plain=plain)
            elif form == "jsonl":
                yield JsonLinesSheet(columns, file)
            else:
                with closing(_parquet(columns, file)) as sheet:
                    yield sheet


def _parquet(columns: Sequence[Column], file: BinaryIO) -> "ParquetSheet":
    from .parquet_sheet import ParquetSheet

    return ParquetSheet(columns, file)
