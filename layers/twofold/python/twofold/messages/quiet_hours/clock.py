"""When a row next allows a text in a zone: arithmetic on UTC moments, since a wall clock jumps and repeats."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from .hours import Row

_DAY = timedelta(days=1)
_SECONDS = 86_400


def first_allowed(row: Row, zone: ZoneInfo, at: datetime, until: datetime) -> datetime | None:
    """The first moment from `at` (UTC) on at which the zone's clock shows hours that the row allows.

    None when there is none before the end of the day of `until`. It looks only at moments when that can begin to
    be so: the clock reaches the day's opening, for the first or the second time, or the clock is changed.
    """
    if row.allows(at.astimezone(zone)):
        return at
    midnight = datetime.combine(at.date(), time(), UTC)
    while midnight <= until:
        begins = [
            moment
            for moment in _beginnings(row, zone, midnight.date())
            if moment > at and midnight < moment <= midnight + _DAY and row.allows(moment.astimezone(zone))
        ]
        if begins:
            return min(begins)
        midnight += _DAY
    return None


def _beginnings(row: Row, zone: ZoneInfo, day: date) -> Iterator[datetime]:
    """The moments of a UTC day, and some around it, at which hours may begin; local days differ by one at most."""
    for local in (day - _DAY, day, day + _DAY):
        hours = row.on(local)
        if hours:
            opening = datetime.combine(local, hours.opens, zone)
            yield from {opening.astimezone(UTC), opening.replace(fold=1).astimezone(UTC)}
    change = _change(zone, day)
    if change:
        yield change


@lru_cache(maxsize=4096)
def _change(zone: ZoneInfo, day: date) -> datetime | None:
    """When in a UTC day, to the second, the zone's offset changes; None on nearly every day."""
    midnight = datetime.combine(day, time(), UTC)

    def changed(seconds: int) -> bool:
        return _offset(zone, midnight + timedelta(seconds=seconds)) != _offset(zone, midnight)

    if not changed(_SECONDS):
        return None
    return midnight + timedelta(seconds=bisect_left(range(_SECONDS + 1), True, key=changed))


def _offset(zone: ZoneInfo, at: datetime) -> timedelta | None:
    return at.astimezone(zone).utcoffset()
