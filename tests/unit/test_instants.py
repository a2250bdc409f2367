"""Moments and days as they are written."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from twofold.contracts.instants import (
    day_of,
    first_day,
    from_text,
    last_day,
    over_everywhere,
    to_second,
    to_text,
)

NEW_YORK = timezone(timedelta(hours=-5))


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 11, 22, 23, 30, tzinfo=NEW_YORK), "2026-11-23"),
        (datetime(2026, 11, 22, 18, 59, 59, tzinfo=NEW_YORK), "2026-11-22"),
        (datetime(2026, 11, 22, 23, 59, 59, tzinfo=UTC), "2026-11-22"),
        (datetime(2026, 11, 23, 8, 59, tzinfo=timezone(timedelta(hours=9))), "2026-11-22"),
    ],
)
def test_days_are_utc_s(at: datetime, day: str):
    assert day_of(at) == day


@pytest.mark.parametrize("hours", [-12, -11, -5, 0, 1, 5.5, 11])
def test_the_last_day_is_the_one_whose_end_was_meant(hours: float):
    assert last_day(datetime(2027, 1, 1, tzinfo=timezone(timedelta(hours=hours)))) == "2026-12-31"


@pytest.mark.parametrize("hours", [-11, -5, 0, 1, 5.5, 12])
def test_the_first_day_is_the_one_whose_beginning_was_meant(hours: float):
    assert first_day(datetime(2026, 12, 1, tzinfo=timezone(timedelta(hours=hours)))) == "2026-12-01"


def test_a_day_is_over_everywhere_when_it_is_where_it_ends_last():
    over = over_everywhere(date(2026, 12, 31))
    assert over == datetime(2027, 1, 1, tzinfo=timezone(timedelta(hours=-12)))
    assert last_day(over) == "2026-12-31"


@pytest.mark.parametrize("write", [to_text, to_second])
def test_what_is_written_is_read_as_the_same_moment(write):
    at = datetime(2026, 11, 22, 23, 30, tzinfo=NEW_YORK)
    assert write(at).startswith("2026-11-23T04:30:00")
    assert from_text(write(at)) == at
