"""Public holidays, against calendars that others have published."""

from datetime import date

import pytest

from tests.unit.quiet_hours.recipients import LAW_ALONE, american, moment, somebody
from twofold.messages.quiet_hours.holidays import alabama, easter, france, louisiana, rhode_island
from twofold.messages.quiet_hours.window import allowed, next_moment

EASTERS = ["2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05"]
EASTERS += ["2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2038-04-25", "2049-04-18"]
FRENCH_2026 = "01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26"
FEDERAL_2026 = "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25"
PARIS = "Europe/Paris"


def days(year: int, text: str) -> set[date]:
    return {date.fromisoformat(f"{year}-{day}") for day in text.split()}


@pytest.mark.parametrize("sunday", EASTERS)
def test_easter_is_when_the_calendars_say(sunday: str):
    assert easter(int(sunday[:4])) == date.fromisoformat(sunday)


def test_easter_is_a_sunday_from_22_march_to_25_april():
    for year in range(1900, 2200):
        assert easter(year).weekday() == 6
        assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


def test_france_rests_on_eleven_days_and_on_two_in_alsace_and_moselle():
    assert france(2026) == days(2026, FRENCH_2026)


def test_three_states_rest_on_federal_holidays_and_on_their_own():
    federal = days(2026, FEDERAL_2026)
    assert alabama(2026) == federal | days(2026, "02-17 04-27 06-01")
    assert louisiana(2026) == federal | days(2026, "02-17 04-03 11-01 11-03")
    assert rhode_island(2026) == federal | days(2026, "05-04 08-10 11-03")


def test_a_holiday_on_a_weekend_takes_the_working_day_beside_it_even_in_the_year_before():
    assert days(2027, "07-04 07-05 12-24 12-25 12-31") <= alabama(2027)
    assert days(2028, "01-01 11-10 11-11") <= alabama(2028)


@pytest.mark.parametrize("day", FRENCH_2026.split())
def test_nothing_goes_to_france_on_a_public_holiday(day: str):
    opening = next_moment(somebody("FR"), moment(f"2026-{day} 10:00", PARIS))
    assert opening.rule == "quiet_hours:FR"
    assert opening.at > moment(f"2026-{day} 23:59", PARIS)


def test_after_easter_saturday_france_waits_for_tuesday():
    opening = next_moment(somebody("FR"), moment("2026-04-04 21:00", PARIS))
    assert opening.at == moment("2026-04-07 08:00", PARIS)


def test_an_operator_reads_that_it_was_a_holiday():
    opening = next_moment(somebody("FR"), moment("2026-07-14 10:00", PARIS))
    assert opening.why == (
        "In Europe/Paris it is Tuesday, 10:00; texts to France may not go on public holidays."
    )


@pytest.mark.parametrize(
    ("area_code", "goes"), [("205", False), ("504", False), ("401", False), ("601", True)]
)
def test_thanksgiving_silences_alabama_louisiana_and_rhode_island_but_mississippi_no_more(
    area_code: str, goes: bool
):
    noon = moment("2026-11-26 12:00", "America/Chicago")
    assert allowed(american(area_code), noon, LAW_ALONE) is goes
