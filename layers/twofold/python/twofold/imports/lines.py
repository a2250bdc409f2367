"""A file's lines, numbered, out of pieces of any size: a line that never ends takes no more memory than any other."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """`number` counts from 1; `content` is None for a line that is too long; `end` is the first byte after it."""

    number: int
    content: bytes | None
    end: int


def numbered(pieces: Iterable[bytes], longest: int) -> Iterator[Line]:
    """Each line without its end, which is a line feed, a carriage return, or both; `longest` in bytes."""
    number = end = dropped = 0
    rest = b""
    for piece in pieces:
        parts = (rest + piece).splitlines(keepends=True)
        # A carriage return may be half of an end whose line feed comes with the next piece.
        rest = b"" if not parts or parts[-1].endswith(b"\n") else parts.pop()
        for part in parts:
            number, end = number + 1, end + dropped + len(part)
            yield Line(number, _content(part, dropped, longest), end)
            dropped = 0
        if len(rest) > longest:
            dropped, rest = dropped + len(rest) - 1, rest[-1:]
    if rest or dropped:
        yield Line(number + 1, _content(rest, dropped, longest), end + dropped + len(rest))


def _content(part: bytes, dropped: int, longest: int) -> bytes | None:
    return None if dropped or len(part) > longest else part.rstrip(b"\r\n")
