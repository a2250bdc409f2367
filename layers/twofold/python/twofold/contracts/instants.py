"""How moments are written: UTC, ISO 8601, of fixed width, so that text sorts as time does."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Answers with the present moment, in UTC, to the millisecond."""


def now() -> datetime:
    present = datetime.now(UTC)
    return present.replace(microsecond=present.microsecond // 1000 * 1000)


def to_text(at: datetime) -> str:
    """`2026-11-22T09:00:00.123Z`: how rows and events keep a moment."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


def to_second(at: datetime) -> str:
    """`2026-11-22T09:00:00Z`: how answers tell a moment."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day_of(at: datetime) -> str:
    """`2026-11-22`: the day of UTC, which things are counted by."""
    return at.astimezone(UTC).date().isoformat()


def from_text(text: str) -> datetime:
    """The inverse of `to_text` and `to_second`."""
    return datetime.fromisoformat(text)
