"""When clocks change, a text that waits goes at the first right moment: not early, not late, not twice, not never."""

from datetime import UTC, datetime, timedelta
from itertools import cycle
from zoneinfo import ZoneInfo

import pytest

from tests.unit.quiet_hours.changes import AROUND, Answer, changes, faults, first_right, places
from tests.unit.quiet_hours.recipients import american, canadian, somebody
from tests.unit.quiet_hours.scenarios import SCENARIOS, Scenario
from twofold.messages.quiet_hours.brand import DEFAULT
from twofold.messages.quiet_hours.places import Recipient
from twofold.messages.quiet_hours.places import places as places_of
from twofold.messages.quiet_hours.window import next_moment

BY_DAY = SCENARIOS[0]
FEWEST_ZONES, FEWEST_CHANGES = 500, 2_000

SEVERAL = [
    *(american(area_code) for area_code in ("850", "812", "208", "928", "907")),
    *(canadian(area_code) for area_code in ("807", "867", "709", "600")),
    *(somebody(country) for country in ("ES", "PT", "AU", "CL", "NZ", "RU", "MX", "GL")),
]


def test_around_every_change_of_every_zone_a_text_goes_at_the_first_right_moment(capsys):
    """Each change in one of the scenarios, in turn; `make prove` tries each in all."""
    wrong = [
        fault
        for change, scenario in zip(changes(), cycle(SCENARIOS), strict=False)
        for fault in _faults(change, scenario)
    ]
    _count(capsys, len(changes()))
    assert not wrong, wrong[:5]


@pytest.mark.prove
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_around_every_change_of_every_zone_in_every_scenario(capsys, scenario: Scenario):
    wrong = [fault for change in changes() for fault in _faults(change, scenario)]
    _count(capsys, len(changes()))
    assert not wrong, wrong[:5]


@pytest.mark.parametrize(
    "recipient", SEVERAL, ids=lambda recipient: recipient.phone.e164[:5] + recipient.phone.country
)
def test_a_recipient_who_may_be_in_several_zones_gets_it_when_it_is_right_in_each(recipient: Recipient):
    zones = tuple(place.zone for place in places_of(recipient, DEFAULT))
    hours = DEFAULT.us if recipient.phone.country == "US" else DEFAULT.elsewhere
    for change in (change for change in changes() if change.zone in zones and change.at.year == 2027):
        right = first_right(zones, lambda day: (hours.opens, hours.closes), change)
        assert not faults(lambda at: next_moment(recipient, at).at, right)


@pytest.mark.parametrize(
    "zone", ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Pacific/Chatham"]
)
def test_who_reckons_with_the_offset_of_now_is_caught(zone: str):
    """The bug everybody writes once: the checker must not let it through."""
    caught = [
        fault
        for change in changes()
        if str(change.zone) == zone
        for fault in faults(_naive(change.zone), first_right((change.zone,), BY_DAY.hours, change))
    ]
    assert caught


def test_the_zones_and_their_changes_are_found_at_all():
    assert len(places()) >= FEWEST_ZONES
    assert len(changes()) >= FEWEST_CHANGES
    seen = {(str(change.zone), change.at) for change in changes()}
    assert ("Europe/Berlin", datetime(2026, 3, 29, 1, tzinfo=UTC)) in seen
    assert ("America/New_York", datetime(2026, 11, 1, 6, tzinfo=UTC)) in seen
    assert ("Australia/Lord_Howe", datetime(2027, 4, 3, 15, tzinfo=UTC)) in seen


def _faults(change, scenario: Scenario) -> list[str]:
    found = faults(scenario.answer(change.zone), first_right((change.zone,), scenario.hours, change))
    return [f"{scenario.name}, {change.zone}: {fault}" for fault in found]


def _naive(zone: ZoneInfo) -> Answer:
    def answer(at: datetime) -> datetime:
        local = at.astimezone(zone)
        opening = local.replace(hour=8, minute=0, tzinfo=None)
        if 8 <= local.hour < 21:
            return at
        opening += timedelta(days=local.hour >= 21)
        return (opening - (local.utcoffset() or timedelta())).replace(tzinfo=UTC)

    return answer


def _count(capsys, found: int) -> None:
    with capsys.disabled():
        print(
            f"\n  {len(places())} zones, {found} changes, {found * len(AROUND)} (zone, change, hour) points"
        )
