"""What imports need of the outside."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from twofold.pools.model import Coupon

from .model import Import, Upload


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


class Uploads(Protocol):
    def place(self, import_id: str, at: datetime) -> Place:
        """An address for the file of this import, made at `at`; what is there once cannot be replaced by it."""

    def find(self, import_id: str) -> Upload | None:
        """The file, if it is there."""

    def piece(self, import_id: str, upload: Upload, start: int) -> bytes:
        """Some of its bytes from `start` on, at most a megabyte; none at its end. Raises FileChanged."""


class KnownCodes(Protocol):
    def known(self, coupons: Sequence[Coupon]) -> Set[str]:
        """The codes of those (up to `pools.ports.MOST_AT_ONCE`) that lie in their pool, or are a code already.

        As they stand now; nothing is written.
        """
