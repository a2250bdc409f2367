"""Moments that come from outside: only those that can be kept and told as UTC."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from twofold.contracts.errors import InvalidRequest

EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)
"""Between them every offset can be turned into UTC, four digits are a year, and some time may be added."""


def insist_on_moments(said: object) -> None:
    """Refuse what was said with a moment that cannot be kept. Raises InvalidRequest that names its field."""
    for field, at in _moments(said, ""):
        insist_on_moment(at, field)


def insist_on_moment(at: datetime, field: str) -> None:
    """Raises InvalidRequest for the field unless the moment can be kept."""
    if not EARLIEST <= (at if at.tzinfo else at.replace(tzinfo=UTC)) < LATEST:
        raise InvalidRequest(
            f"Send a moment between the years {EARLIEST.year} and {LATEST.year - 1}.", field=field
        )


def _moments(said: Any, path: str) -> Iterator[tuple[str, datetime]]:
    # Only what has a shape is looked into: the rest is text and numbers, however much of it there is.
    if isinstance(said, datetime):
        yield path, said
    elif isinstance(said, Struct):
        for name in said.__struct_fields__:
            yield from _moments(getattr(said, name), f"{path}.{name}".lstrip("."))
    elif isinstance(said, tuple):
        for number, each in enumerate(said):
            if isinstance(each, Struct):
                yield from _moments(each, f"{path}[{number}]")
