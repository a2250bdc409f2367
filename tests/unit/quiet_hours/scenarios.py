"""Recipients with a stated zone, the brand's hours, and what a text may do by both: written down a second time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.unit.quiet_hours.changes import Answer, Span
from tests.unit.quiet_hours.recipients import LAW_ALONE, american, somebody
from twofold.messages.quiet_hours.brand import DEFAULT, BrandHours
from twofold.messages.quiet_hours.hours import Hours
from twofold.messages.quiet_hours.places import Recipient
from twofold.messages.quiet_hours.window import next_moment

EASTER = ["2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13"]
FIXED = ("01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25", "12-26")


@dataclass(frozen=True, slots=True)
class Scenario:
    name: str
    who: Callable[[str], Recipient]
    brand: BrandHours
    hours: Callable[[date], Span]

    def answer(self, zone: ZoneInfo) -> Answer:
        recipient = self.who(str(zone))
        return lambda at: next_moment(recipient, at, self.brand).at


def _german(zone: str) -> Recipient:
    return somebody("DE", zone=zone)


def _texan(zone: str) -> Recipient:
    return american("214", zone=zone)


def _french(zone: str) -> Recipient:
    return somebody("FR", zone=zone)


def _brand(name: str, opens: str, closes: str) -> Scenario:
    span = (time.fromisoformat(opens), time.fromisoformat(closes))
    return Scenario(name, _german, BrandHours(elsewhere=Hours(*span)), lambda day: span)


def _texas(day: date) -> Span:
    return (time(12 if day.weekday() == 6 else 9), time(21))


def _france(day: date) -> Span:
    return None if day.weekday() == 6 or day in FRENCH_HOLIDAYS else (time(8), time(21, 30))


FRENCH_HOLIDAYS = {
    datetime.fromisoformat(sunday).date() + timedelta(days=days)
    for sunday in EASTER
    for days in (-2, 1, 39, 50)
} | {date.fromisoformat(f"{sunday[:4]}-{day}") for sunday in EASTER for day in FIXED}

SCENARIOS = (
    Scenario("by day", _german, DEFAULT, lambda day: (time(8), time(21))),
    _brand("in the small hours", "00:30", "02:30"),
    _brand("opening in the jump", "02:15", "23:45"),
    _brand("never when the hour is skipped", "02:00", "03:00"),
    _brand("from midnight", "00:00", "01:00"),
    _brand("until midnight", "23:00", "23:59:59.999999"),
    Scenario("Texas", _texan, LAW_ALONE, _texas),
    Scenario("France", _french, LAW_ALONE, _france),
)
