"""The values in JSON that have no parts: as what each kind is read, and what is told whoever wrote something else."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from msgspec import inspect

UNREAD = "?"
"""Stands for a text that could not be read."""

LEAVES: Mapping[type, tuple[type, str, Any]] = {
    inspect.StrType: (str, "a text in quotation marks", UNREAD),
    inspect.IntType: (int, "a whole number, such as 30", 1),
    inspect.FloatType: (float, "a number, such as 2.5", 1.0),
    inspect.BoolType: (bool, "true or false", False),
    inspect.DateTimeType: (datetime, "a moment, such as 2026-12-01T08:00:00Z", None),
}
"""As what a value is read, what its reader is told when it is something else, and what then stands in for it."""

_LARGEST = 2**53
"""Whole numbers beyond it are not the same for everybody who reads JSON (RFC 8259, section 6)."""


def leaf(given: Any, kind: type[Any]) -> Any:
    """`given` as that; None for what is something else, or could not be written as JSON again."""
    if not _keepable(given):
        return None
    try:
        return msgspec.convert(given, kind)
    except msgspec.ValidationError:
        return None


def _keepable(read: Any) -> bool:
    """Whether it can be written as JSON again: half of a character, or a number that is none, cannot."""
    if isinstance(read, str):
        return not any("\ud800" <= c <= "\udfff" for c in read)
    return not isinstance(read, int | float) or abs(read) <= _LARGEST
