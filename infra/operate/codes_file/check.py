"""Looks at a file of coupons before it is sent, as the function will that reads it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from infra.commands.screen import CannotGoOn
from twofold.contracts.instants import now
from twofold.imports.rows import rows
from twofold.imports.run import LARGEST
from twofold.imports.text import Unreadable

PIECE = 1024 * 1024
SHOWN = 20
"""Bad lines that are named one by one."""


@dataclass(frozen=True, slots=True)
class Looked:
    """`bad` are the lines that hold no coupon, each with its reason."""

    size: int
    good: int
    bad: list[tuple[int, str]]


def checked(file: Path) -> Looked:
    """Raises CannotGoOn, in one sentence, for what holds no coupon at all or cannot be read."""
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise CannotGoOn(f"FILE: {file.name} has {size / 2**20:.0f} MB; {LARGEST >> 20} MB is the most.")
        every = list(_faults(file))
    except OSError as error:
        raise CannotGoOn(f"FILE: {file} cannot be read: {error.strerror}.") from None
    except Unreadable as fault:
        raise CannotGoOn(f"FILE: {file.name}: {fault}") from None
    bad = [(line, fault) for line, fault in every if fault]
    if len(bad) == len(every):
        raise CannotGoOn(f"FILE: there is no coupon in {file.name}.\n{listed(bad)}")
    return Looked(size=size, good=len(every) - len(bad), bad=bad)


def listed(bad: Iterable[tuple[int, str]], count: int | None = None) -> str:
    """One to a line, the first of them; `count` is how many there are in all."""
    known = list(bad)
    more = (len(known) if count is None else count) - min(len(known), SHOWN)
    lines = [f"    line {line}: {fault.replace('_', ' ')}" for line, fault in known[:SHOWN]]
    return "\n".join([*lines, *([f"    and {more:,} more"] if more else [])])


def _faults(file: Path) -> Iterator[tuple[int, str]]:
    """Each line that should hold a coupon, with what is wrong with it: nothing is an empty word."""
    with file.open("rb") as content:
        for row in rows(iter(lambda: content.read(PIECE), b""), now()):
            yield row.line, row.fault or ""
