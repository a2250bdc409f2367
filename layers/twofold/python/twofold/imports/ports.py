"""What imports need of the outside, and what each kind of file brings along."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, NamedTuple, Protocol, TypeVar

from .model import Import, Upload
from .row import Row

E = TypeVar("E")


class ImportMoved(Exception):
    """Somebody else has carried this import on since it was read."""


class FileChanged(Exception):
    """The file is not the one that the import began with."""


class ImportBook(Protocol):
    def open(self, job: Import) -> None:
        """Store a new import. Raises Conflict when there is one of this id."""

    def find(self, import_id: str) -> Import:
        """The import as it stands now. Raises NotFound."""

    def save(self, after: Import) -> None:
        """Store its next state, with the event of its end where that is what it is: all or nothing.

        Raises ImportMoved unless it still has the version before.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a file can be put by whoever knows the address, with these headers, before `until`."""

    url: str
    headers: dict[str, str]
    until: datetime


class Link(NamedTuple):
    """Where a file can be fetched by whoever knows the address, before `until`."""

    url: str
    until: datetime


class FaultLinks(Protocol):
    def faults(self, import_id: str, at: datetime) -> Link:
        """An address, made at `at`, for the import's file of faults; nobody looks whether there is one."""


class UploadPlaces(Protocol):
    def place(self, import_id: str, at: datetime) -> Place:
        """An address for the file of this import, made at `at`; what is there once cannot be replaced by it."""


class Uploads(Protocol):
    def find(self, import_id: str) -> Upload | None:
        """The file, if it is there."""

    def piece(self, import_id: str, upload: Upload, start: int) -> bytes:
        """Some of its bytes from `start` on, at most a megabyte; none at its end. Raises FileChanged."""

    def remove(self, import_id: str) -> None:
        """The file is there no more, whether or not it was."""

    def keep_faults(self, import_id: str, content: BinaryIO, size: int) -> None:
        """Store the import's file of faults, of so many bytes, in place of any before."""


class Reader(Protocol):
    def start(self, import_id: str) -> None:
        """Have somebody read its file on, in their own time. Raises Unavailable."""


class Intake(Protocol[E]):
    """What one kind of file is made into."""

    def rows(self, pieces: Iterable[bytes], job: Import) -> Iterator[Row[E]]:
        """What stands in a file, line by line; the same for the same begun import. Raises Unreadable."""

    def plan(self, job: Import, entries: Sequence[E]) -> str:
        """What each of up to a thousand entries comes to, as things stand now: a letter of `model` each."""

    def take(self, job: Import, entries: Sequence[E], plan: str) -> None:
        """Make it so. Done a second time, in whole or in part, it changes nothing more. Raises Unavailable."""

    def ended(self, job: Import) -> None:
        """The import is over: once, unless whoever ended it died right then."""
