"""Calendar entries as RFC 5545 writes them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from unicodedata import category

LONGEST = 75
"""Octets of a line, its end apart: RFC 5545, section 3.1."""

_NEVER = ("Cc", "Cs")
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def written(lines: Iterable[str]) -> str:
    """A calendar of these content lines, folded; each ends as the format wants it."""
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def text(words: str) -> str:
    """As a value of the type TEXT; control characters, which none may hold, are left out."""
    return "".join(_ESCAPES.get(sign, sign) for sign in words if sign == "\n" or category(sign) not in _NEVER)


def moment(at: datetime) -> str:
    """`20261222T120000Z`."""
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def day(on: date) -> str:
    """`20261222`."""
    return on.strftime("%Y%m%d")


def _folded(line: str) -> str:
    """No line is longer than allowed, and none is cut within a character."""
    lines, size = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > LONGEST:
            lines.append(" ")
            size = 1
        lines[-1] += sign
        size += octets
    return "\r\n".join(lines)
