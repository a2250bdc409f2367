"""Moments and days as they are written."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from twofold.contracts.instants import day_of, from_text, to_second, to_text

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


@pytest.mark.parametrize("write", [to_text, to_second])
def test_what_is_written_is_read_as_the_same_moment(write):
    at = datetime(2026, 11, 22, 23, 30, tzinfo=NEW_YORK)
    assert write(at).startswith("2026-11-23T04:30:00")
    assert from_text(write(at)) == at
