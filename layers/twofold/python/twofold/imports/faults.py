"""The file of what was wrong with an import: where, in which column and why, and nothing else of what stood there."""

from collections.abc import Iterable
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast

from .row import Row

HEADING = b"line,column,reason\r\n"

IN_MEMORY = 1024 * 1024
"""Bytes; what is more waits on the disk."""


class FaultFile:
    """CSV as RFC 4180 has it. Numbers and words of our own: nothing of it can be a formula, or anybody's number."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - it lives as long as this does
        self._file.write(HEADING)
        self.count = 0

    def note(self, rows: Iterable[Row[Any]]) -> None:
        for row in rows:
            if row.fault:
                self.count += 1
                self._file.write(f"{row.line},{row.column or ''},{row.fault}\r\n".encode())

    def whole(self) -> tuple[BinaryIO, int]:
        """From its beginning, and its bytes."""
        size = self._file.tell()
        self._file.seek(0)
        return cast(BinaryIO, self._file), size
