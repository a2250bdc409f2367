"""Every change of a clock from 2025 to 2030, and what is wrong with answers around it.

What is right is found without the code on trial: minute by minute, in steps of five.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from twofold.messages.quiet_hours.zones import clock_of, is_place

FIRST, LAST = datetime(2025, 1, 1, tzinfo=UTC), datetime(2030, 12, 31, tzinfo=UTC)
AROUND = range(-26, 27)
STEP = timedelta(minutes=5)

Answer = Callable[[datetime], datetime]
Span = tuple[time, time] | None


@dataclass(frozen=True, slots=True)
class Change:
    """`at` is the first moment of the new offset."""

    zone: ZoneInfo
    at: datetime

    def hours(self) -> Iterator[datetime]:
        return (self.at + timedelta(hours=hour) for hour in AROUND)


@cache
def changes() -> tuple[Change, ...]:
    """Of every zone that is a place. `Etc/…`, `UTC` and `EST` are none: they name an offset, and nobody lives there.

    `posix/` and `right/` are not listed by `available_timezones`: the same places, with leap seconds in the latter.
    """
    return tuple(change for zone in places() for change in _of(clock_of(zone)))


@cache
def places() -> tuple[str, ...]:
    return tuple(zone for zone in sorted(available_timezones()) if is_place(zone))


def first_right(
    zones: tuple[ZoneInfo, ...], day_hours: Callable[[date], Span], change: Change
) -> dict[datetime, datetime]:
    """For each hour around the change, the first step at which every zone's clock is inside the day's hours."""
    found, pending = {}, list(change.hours())
    at = pending[0]
    while pending:
        if all(_inside(day_hours, at.astimezone(zone)) for zone in zones):
            while pending and pending[0] <= at:
                found[pending.pop(0)] = at
        at += STEP
    return found


def faults(answer: Answer, right: dict[datetime, datetime]) -> list[str]:
    """What is wrong with an answer: another moment than the first right one, or another one when asked again."""
    wrong = []
    for asked, expected in right.items():
        told = answer(asked)
        if told != expected:
            wrong.append(f"{asked}: {told}, and it is {expected}")
    wrong += [f"{told}: asked again, it moves" for told in set(right.values()) if answer(told) != told]
    return wrong


def _inside(day_hours: Callable[[date], Span], wall: datetime) -> bool:
    span = day_hours(wall.date())
    return span is not None and span[0] <= wall.time() < span[1]


def _of(zone: ZoneInfo) -> Iterator[Change]:
    day, offset = FIRST, FIRST.astimezone(zone).utcoffset()
    while day < LAST:
        day += timedelta(days=1)
        now = day.astimezone(zone).utcoffset()
        if now != offset:
            yield Change(zone, _first(zone, day - timedelta(days=1), offset))
        offset = now


def _first(zone: ZoneInfo, at: datetime, offset: timedelta | None) -> datetime:
    while at.astimezone(zone).utcoffset() == offset:
        at += STEP
    return at
