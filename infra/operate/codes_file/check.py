"""Looks at a file of coupons before it is sent, as the function will that reads it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from infra.commands.screen import CannotGoOn
from twofold.contracts.instants import now
from twofold.imports.codes.rows import rows
from twofold.imports.row import Row
from twofold.imports.run import LARGEST
from twofold.imports.text import Unreadable
from twofold.pools.read_coupon import Entry

PIECE = 1024 * 1024
SHOWN = 20
"""Bad lines that are named one by one."""


@dataclass(frozen=True, slots=True)
class Looked:
    """`bad` are the lines that hold no coupon, each with its reason; `first` is the first coupon as it is written.

    Whoever sees that one notices a heading that is not known as one.
    """

    size: int
    good: int
    first: str
    bad: list[tuple[int, str]]


@dataclass(slots=True)
class _Reading:
    good: int = 0
    first: str = ""
    bad: list[tuple[int, str]] = field(default_factory=list)

    def take(self, row: Row[Entry]) -> None:
        if row.entry is None:
            self.bad.append((row.line, row.fault or ""))
            return
        self.first = self.first or row.entry.written
        self.good += 1


def checked(file: Path) -> Looked:
    """Raises CannotGoOn, in one sentence, for what holds no coupon at all or cannot be read."""
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise CannotGoOn(f"FILE: {file.name} has {size / 2**20:.0f} MB; {LARGEST >> 20} MB is the most.")
        read = _Reading()
        for row in _rows(file):
            read.take(row)
    except OSError as error:
        raise CannotGoOn(f"FILE: {file} cannot be read: {error.strerror}.") from None
    except Unreadable as fault:
        raise CannotGoOn(f"FILE: {file.name}: {fault}") from None
    if not read.good:
        raise CannotGoOn(f"FILE: there is no coupon in {file.name}.\n{listed(read.bad)}")
    return Looked(size=size, good=read.good, first=read.first, bad=read.bad)


def listed(bad: Iterable[tuple[int, str]], count: int | None = None) -> str:
    """One to a line, the first of them; `count` is how many there are in all."""
    known = list(bad)
    more = (len(known) if count is None else count) - min(len(known), SHOWN)
    lines = [f"    line {line}: {fault.replace('_', ' ')}" for line, fault in known[:SHOWN]]
    return "\n".join([*lines, *([f"    and {more:,} more"] if more else [])])


def _rows(file: Path) -> Iterator[Row[Entry]]:
    with file.open("rb") as content:
        yield from rows(iter(lambda: content.read(PIECE), b""), now())
