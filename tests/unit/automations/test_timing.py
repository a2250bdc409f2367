"""When a step is due."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.automations.definitions import DAY_7, TUESDAY, TWO_REMINDERS, a_lead, an_automation
from twofold.automations.definition.steps import Notify, Send, Until, Wait
from twofold.automations.running.timing import Timing, waits_before
from twofold.campaigns.pace import REAL, Pace
from twofold.contracts.settings import SendingSettings
from twofold.messages.sending.opening import opening_hours

timing = Timing(opening=opening_hours(SendingSettings()))
NOTE = Notify(id="note", whom="crm", note="Call them.")
BERLIN = a_lead(number="+4915112345678", country="DE")


def due(
    *steps: object, after: str | None = None, since: datetime = TUESDAY, pace: Pace = REAL, lead=BERLIN
) -> datetime:
    found = timing.next(an_automation(*steps), after, since, lead, pace)  # type: ignore[arg-type]
    assert found
    return found.at


def test_the_first_step_comes_after_the_waits_in_front_of_it():
    assert due(*TWO_REMINDERS) == TUESDAY + timedelta(days=7)
    assert due(*TWO_REMINDERS, after="day-7") == TUESDAY + timedelta(days=14)


def test_behind_the_last_step_nothing_comes():
    assert timing.next(an_automation(), "day-21", TUESDAY, BERLIN, REAL) is None


def test_a_text_waits_for_its_hours_and_a_note_does_not():
    night = datetime(2026, 11, 24, 22, tzinfo=UTC)
    assert due(Wait(hours=1), DAY_7, since=night) == datetime(2026, 11, 25, 7, tzinfo=UTC), "eight in Berlin"
    assert due(Wait(hours=1), NOTE, since=night) == night + timedelta(hours=1)


def test_a_time_of_day_is_the_leads_own():
    eleven = Until(time="11:00")
    assert due(Wait(days=1), eleven, NOTE) == datetime(2026, 11, 26, 10, tzinfo=UTC), "Wednesday's has passed"
    assert due(eleven, NOTE, lead=a_lead(attributes={"zone": "Asia/Tokyo"})) == datetime(
        2026, 11, 25, 2, tzinfo=UTC
    )


def test_a_day_of_the_week_is_waited_for():
    assert due(Until(time="18:30", weekdays=("sat",)), NOTE) == datetime(2026, 11, 28, 17, 30, tzinfo=UTC)
    assert due(Until(time="12:00", weekdays=("tue",)), NOTE) == TUESDAY, "noon in Berlin is now"


def test_when_the_clocks_change_a_time_of_day_stays_that_time():
    before = datetime(2026, 10, 24, 12, tzinfo=UTC)
    assert due(Until(time="10:00"), NOTE, since=before) == datetime(2026, 10, 25, 9, tzinfo=UTC)


def test_an_hour_that_the_clocks_skip_still_comes_once():
    before = datetime(2027, 3, 27, 12, tzinfo=UTC)
    assert before < due(Until(time="02:30"), NOTE, since=before) <= datetime(2027, 3, 28, 2, tzinfo=UTC)


def test_only_the_waits_right_before_a_step_are_its_own():
    hour = Wait(hours=1, after="cart")
    automation = an_automation(Wait(days=1), NOTE, hour, Send(id="cart", template="cart"))
    assert waits_before(automation, "cart") == (hour,)
    assert waits_before(automation, "note") == (Wait(days=1),)


@given(days=st.integers(1, 40), seconds=st.floats(1, 600), start=st.integers(0, 86_399))
def test_compressed_a_wait_takes_its_share_and_a_text_still_keeps_its_hours(
    days: int, seconds: float, start: int
):
    pace, since = Pace(seconds), TUESDAY.replace(hour=0) + timedelta(seconds=start)
    plain = due(Wait(days=days), NOTE, since=since, pace=pace)
    assert abs((plain - since) - timedelta(seconds=days * seconds)) < timedelta(milliseconds=1)
    texted = due(Wait(days=days), DAY_7, since=since, pace=pace)
    assert timedelta() <= texted - plain <= timedelta(seconds=seconds), "within a day of the campaign's"
