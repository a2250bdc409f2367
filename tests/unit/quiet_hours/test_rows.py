"""What the law of each place allows, to the minute."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.unit.quiet_hours.recipients import LAW_ALONE, american, somebody
from twofold.messages.quiet_hours.places import Recipient
from twofold.messages.quiet_hours.rules import COUNTRIES, FEDERAL, FRANCE, STATES
from twofold.messages.quiet_hours.window import allowed, next_moment

MONDAY, SATURDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 21), date(2026, 11, 22)
EASTERN, CENTRAL, PACIFIC = "America/New_York", "America/Chicago", "America/Los_Angeles"

HOURS = [
    ("US", american("303"), "America/Denver", "08:00-21:00", "08:00-21:00", "08:00-21:00"),
    ("US-AL", american("205"), CENTRAL, "08:00-20:00", "08:00-20:00", None),
    ("US-CT", american("203"), EASTERN, "09:00-20:00", "09:00-20:00", "09:00-20:00"),
    ("US-FL", american("305"), EASTERN, "08:00-20:00", "08:00-20:00", "08:00-20:00"),
    ("US-LA", american("504"), CENTRAL, "08:00-20:00", "08:00-20:00", None),
    ("US-MA", american("617"), EASTERN, "08:00-20:00", "08:00-20:00", "08:00-20:00"),
    ("US-MD", american("410"), EASTERN, "08:00-20:00", "08:00-20:00", "08:00-20:00"),
    ("US-MS", american("601"), CENTRAL, "08:00-20:00", "08:00-20:00", None),
    ("US-OK", american("405"), CENTRAL, "08:00-20:00", "08:00-20:00", "08:00-20:00"),
    ("US-RI", american("401"), EASTERN, "09:00-18:00", "10:00-17:00", None),
    ("US-TX", american("214"), CENTRAL, "09:00-21:00", "09:00-21:00", "12:00-21:00"),
    ("US-WA", american("206"), PACIFIC, "08:00-20:00", "08:00-20:00", "08:00-20:00"),
    ("FR", somebody("FR"), "Europe/Paris", "08:00-21:30", "08:00-21:30", None),
]
DAYS = [
    pytest.param(recipient, zone, day, hours, id=f"{row}-{day:%A}")
    for row, recipient, zone, *week in HOURS
    for day, hours in zip((MONDAY, SATURDAY, SUNDAY), week, strict=True)
]


@pytest.mark.parametrize(("recipient", "zone", "day", "hours"), DAYS)
def test_texts_go_in_the_hours_of_the_day_and_in_no_others(
    recipient: Recipient, zone: str, day: date, hours: str | None
):
    opens, closes = [time.fromisoformat(text) for text in (hours or "00:00-00:00").split("-")]
    start = datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
    for minute in range(24 * 60):
        at = start + timedelta(minutes=minute)
        wall = at.astimezone(ZoneInfo(zone)).time()
        assert allowed(recipient, at, LAW_ALONE) is (opens <= wall < closes), wall


def test_every_row_of_the_data_is_tried():
    rows = {FEDERAL.id, FRANCE.id, *(row.id for row in STATES.values())}
    assert {row for row, *_ in HOURS} == rows


@pytest.mark.parametrize("row", [*STATES.values(), *COUNTRIES.values()], ids=lambda row: row.id)
def test_every_row_has_its_source_and_seven_days(row):
    assert row.source
    assert row.texts.startswith("texts to ")
    assert len(row.week) == 7


@pytest.mark.parametrize(("row", "recipient", "zone"), [hours[:3] for hours in HOURS])
def test_a_row_that_forbids_is_named(row: str, recipient: Recipient, zone: str):
    night = datetime.combine(MONDAY, time(7), ZoneInfo(zone))
    assert next_moment(recipient, night, LAW_ALONE).rule == f"quiet_hours:{row}"


@pytest.mark.parametrize("country", ["AS", "GU", "MP", "PR", "VI"])
def test_federal_law_holds_in_the_territories(country: str):
    assert next_moment(somebody(country), _dawn(country), LAW_ALONE).rule == "quiet_hours:US"


@pytest.mark.parametrize("country", ["GF", "GP", "MQ", "RE", "YT"])
def test_the_french_hours_hold_overseas(country: str):
    assert next_moment(somebody(country), _dawn(country), LAW_ALONE).rule == "quiet_hours:FR"


def test_where_no_law_is_known_every_hour_is_left_to_the_brand():
    assert allowed(somebody("PL"), datetime(2026, 11, 22, 3, tzinfo=UTC), LAW_ALONE)


def _dawn(country: str) -> datetime:
    zone = {
        "AS": "Pacific/Pago_Pago",
        "GU": "Pacific/Guam",
        "MP": "Pacific/Saipan",
        "PR": "America/Puerto_Rico",
    }
    zone |= {"VI": "America/St_Thomas", "GF": "America/Cayenne", "GP": "America/Guadeloupe"}
    zone |= {"MQ": "America/Martinique", "RE": "Indian/Reunion", "YT": "Indian/Mayotte"}
    return datetime.combine(MONDAY, time(7, 59), ZoneInfo(zone[country]))
