"""A line of a file, as whoever knows the kind of file reads it."""

from typing import Generic, NamedTuple, TypeVar

E = TypeVar("E")


class Row(NamedTuple, Generic[E]):
    """What begins in line `line` (from 1): an `entry`, or a `fault` in its stead, of a `column` by our name for it.

    An entry may have a fault too: it is taken, though not as it was meant. `end` is the first byte after it.
    """

    line: int
    end: int
    entry: E | None
    fault: str | None = None
    column: str | None = None
