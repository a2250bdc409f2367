"""What exports need of the outside."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, BinaryIO, NamedTuple, Protocol

from twofold.contracts.exports import Format

from .columns import Column, Row
from .model import Cursor, Export


class ExportMoved(Exception):
    """Somebody else has changed this export since it was read."""


class ExportBook(Protocol):
    def open(self, job: Export, most: int) -> None:
        """Store a new export among those that are not over. Raises TooMany when `most` are not."""

    def find(self, export_id: str) -> Export:
        """The export as it stands now. Raises NotFound."""

    def save(self, after: Export) -> None:
        """Store its next state; as it comes to its end, with the event that says so: all or nothing.

        Raises ExportMoved unless it still has the version before.
        """

    def unfinished(self) -> Sequence[str]:
        """The ids of all that are not over."""


class Source(Protocol):
    def rows(self, job: Export) -> Iterator[tuple[Cursor, Any]]:
        """Everything of its kind behind the export's cursor, in an order that stays, each with its own cursor.

        A row that is there all along comes once; what changes meanwhile comes as it was or as it is.
        Raises Unavailable.
        """


class Sheet(Protocol):
    """A file that is being written; never more of it than some thousand rows is in memory."""

    rows: int

    @property
    def size(self) -> int:
        """Bytes so far, or about so many."""

    def write(self, rows: Sequence[Row]) -> None:
        """Add them to its end."""

    def finished(self) -> "Written":
        """The whole file; nothing can be added any more."""


class Written(NamedTuple):
    """A file that can be read from its beginning, and how many bytes it has."""

    content: BinaryIO
    size: int


class Sheets(Protocol):
    def begun(self, form: Format, columns: Sequence[Column], *, plain: bool) -> AbstractContextManager[Sheet]:
        """An empty file; what it takes is given back as the context ends. `plain`: ASCII, as machines like it."""


class Files(Protocol):
    def put(self, job: Export, name: str, content: BinaryIO, size: int) -> None:
        """Keep a file of the export, instead of any of this name. Raises Unavailable."""

    def remove(self, job: Export) -> int:
        """Remove all of its files, the one that is perhaps being written too; answer how many it asked for."""

    def address(self, job: Export, name: str, at: datetime) -> str:
        """A link to a file, good for a quarter of an hour from `at`."""

    def personal(self) -> Mapping[str, Sequence[str]]:
        """The names of all files that name people, by the ids of their exports."""

    def remove_personal(self, export_id: str, names: Sequence[str]) -> None:
        """Remove these. Raises Unavailable."""


class Writer(Protocol):
    def start(self, export_id: str) -> None:
        """Have somebody write it, in their own time. Raises Unavailable."""
