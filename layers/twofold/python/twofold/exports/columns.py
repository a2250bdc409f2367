"""What a column of an export may hold, whatever the format of the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

Type = Literal["text", "phone", "integer", "instant", "list", "object"]
"""`phone` is E.164; `list` holds texts; `object` is what JSON calls so."""

Value = str | int | datetime | tuple[str, ...] | Mapping[str, Any] | None
Row = tuple[Value, ...]
"""A value for each column, None where there is none."""


@dataclass(frozen=True, slots=True)
class Column:
    """A name is final once published; new columns go to the end."""

    name: str
    type: Type = "text"


def columns(written: str) -> tuple[Column, ...]:
    """`lead_id phone:phone at:instant`: names, each with its type where that is not text."""
    return tuple(_column(word) for word in written.split())


def _column(word: str) -> Column:
    name, _, kind = word.partition(":")
    return Column(name, kind or "text")  # type: ignore[arg-type]
