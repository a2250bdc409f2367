"""The public holidays that silence texts, computed for any year.

Where a holiday binds only part of a place, it counts for all of it: a number does not tell in which part it is.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

MONDAY, THURSDAY, SATURDAY, SUNDAY = 0, 3, 5, 6
_DAY = timedelta(days=1)


def no_days(year: int) -> frozenset[date]:
    return frozenset()


@cache
def france(year: int) -> frozenset[date]:
    """Code du travail, art. L3133-1; Good Friday and 26 December by art. L3134-13 (Alsace and Moselle)."""
    fixed = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26)}
    moving = {easter(year) + timedelta(days=days) for days in (-2, 1, 39, 50)}
    return frozenset(moving | {date(year, *day) for day in fixed})


@cache
def alabama(year: int) -> frozenset[date]:
    """Ala. Code § 1-3-8: Mardi Gras, Confederate Memorial Day and Jefferson Davis' birthday besides the federal."""
    return _federal(year) | {_mardi_gras(year), _nth(year, 4, MONDAY, 4), _nth(year, 6, MONDAY, 1)}


@cache
def louisiana(year: int) -> frozenset[date]:
    """La. R.S. 1:55: Mardi Gras, Good Friday, All Saints' and election days besides the federal."""
    own = {_mardi_gras(year), easter(year) - 2 * _DAY, date(year, 11, 1), _election(year)}
    return _federal(year) | own


@cache
def rhode_island(year: int) -> frozenset[date]:
    """R.I. Gen. Laws § 25-1-1: its Independence Day, Victory Day and election day besides the federal."""
    return _federal(year) | {date(year, 5, 4), _nth(year, 8, MONDAY, 2), _election(year)}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar: the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    shift = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _federal(year: int) -> frozenset[date]:
    """5 U.S.C. § 6103. One on a weekend silences the neighbouring Friday or Monday as well."""
    fixed = [(year, 1, 1), (year, 6, 19), (year, 7, 4), (year, 11, 11), (year, 12, 25), (year + 1, 1, 1)]
    mondays = {_nth(year, month, MONDAY, count) for month, count in ((1, 3), (2, 3), (9, 1), (10, 2))}
    memorial = _nth(year, 6, MONDAY, 1) - 7 * _DAY
    observed = {day for one in fixed for day in _observed(date(*one)) if day.year == year}
    return frozenset(mondays | observed | {memorial, _nth(year, 11, THURSDAY, 4)})


def _observed(day: date) -> Iterator[date]:
    yield day
    if day.weekday() == SATURDAY:
        yield day - _DAY
    if day.weekday() == SUNDAY:
        yield day + _DAY


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))


def _mardi_gras(year: int) -> date:
    return easter(year) - 47 * _DAY


def _election(year: int) -> date:
    """The Tuesday after November's first Monday."""
    return _nth(year, 11, MONDAY, 1) + _DAY
