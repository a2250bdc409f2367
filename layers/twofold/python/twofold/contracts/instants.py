"""How moments are written: UTC, ISO 8601, of fixed width, so that text sorts as time does."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

Clock = Callable[[], datetime]
"""Answers with the present moment, in UTC, to the millisecond."""


_WEST = timedelta(hours=12)
"""How far the last place on Earth is behind UTC."""


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


def over_everywhere(day: date) -> datetime:
    """The moment at which a day is over everywhere on Earth: where that is last (UTC-12), the next one begins."""
    return datetime.combine(day, time(), UTC) + timedelta(days=1) + _WEST


def last_day(end: datetime) -> str:
    """`2026-12-31`: the last day of what ends at `end`, for people.

    A day that ends anywhere from UTC-12 to UTC+11 is told as that day; further east, the day before it is told. Any
    other end counts for the midnight of UTC that is nearer.
    """
    return day_of(end - _WEST - timedelta(microseconds=1))


def first_day(start: datetime) -> str:
    """`2026-12-01`: the first day of what begins at `start`, right for midnights from UTC-11 to UTC+12."""
    return day_of(start + _WEST)


def from_text(text: str) -> datetime:
    """The inverse of `to_text` and `to_second`."""
    return datetime.fromisoformat(text)
