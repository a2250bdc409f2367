"""The brand's own hours: a default that a deployment moves, and that never loosens a law."""

from datetime import time, timedelta

import pytest

from tests.unit.quiet_hours.recipients import ALL_DAY, american, moment, somebody
from twofold.contracts.errors import InvalidRequest
from twofold.messages.quiet_hours.brand import BrandHours
from twofold.messages.quiet_hours.hours import Hours
from twofold.messages.quiet_hours.places import NoLegalMoment
from twofold.messages.quiet_hours.window import Opening, allowed, next_moment

EARLY = BrandHours(us=Hours(time(6), time(22)), elsewhere=Hours(time(6), time(23)))
WARSAW, DENVER = "Europe/Warsaw", "America/Denver"


@pytest.mark.parametrize(
    ("wall", "goes"), [("11:59", False), ("12:00", True), ("19:59:59", True), ("20:00", False)]
)
def test_in_the_us_texts_go_from_noon_to_eight(wall: str, goes: bool):
    assert allowed(american("303"), moment(f"2026-11-16 {wall}", DENVER)) is goes


@pytest.mark.parametrize(
    ("wall", "goes"), [("07:59", False), ("08:00", True), ("20:59:59", True), ("21:00", False)]
)
def test_elsewhere_texts_go_from_eight_to_nine(wall: str, goes: bool):
    assert allowed(somebody("PL"), moment(f"2026-11-16 {wall}", WARSAW)) is goes


def test_the_territories_keep_the_hours_of_the_us():
    assert not allowed(somebody("PR"), moment("2026-11-16 11:59", "America/Puerto_Rico"))


def test_a_text_that_may_go_goes_now_and_no_rule_is_named():
    now = moment("2026-11-16 12:34:56.789", WARSAW)
    assert next_moment(somebody("PL"), now) == Opening(at=now)


def test_a_text_in_the_evening_waits_for_the_morning():
    opening = next_moment(somebody("PL"), moment("2026-11-16 21:30", WARSAW))
    assert opening.at == moment("2026-11-17 08:00", WARSAW)
    assert opening.at.utcoffset() == timedelta()
    assert opening.rule == "quiet_hours:brand"
    assert opening.why == (
        "In Europe/Warsaw it is Monday, 21:30; this brand's texts may go between 08:00 and 21:00 on Mondays."
    )


def test_a_deployment_moves_its_hours():
    at = moment("2026-11-16 21:30", WARSAW)
    assert allowed(somebody("PL"), at, EARLY)
    assert next_moment(somebody("PL"), moment("2026-11-16 05:00", WARSAW), EARLY).at == moment(
        "2026-11-16 06:00", WARSAW
    )


def test_hours_of_its_own_do_not_loosen_the_law():
    opening = next_moment(american("303"), moment("2026-11-16 21:30", DENVER), EARLY)
    assert opening.at == moment("2026-11-17 08:00", DENVER)
    assert opening.rule == "quiet_hours:US"


def test_of_two_rows_that_forbid_the_one_that_forbids_longer_is_named():
    sunday = next_moment(american("214"), moment("2026-11-15 05:00", "America/Chicago"))
    monday = next_moment(american("214"), moment("2026-11-16 05:00", "America/Chicago"))
    assert (sunday.rule, monday.rule) == ("quiet_hours:US-TX", "quiet_hours:brand")


def test_on_a_sunday_without_texts_an_operator_reads_why():
    opening = next_moment(american("601"), moment("2026-11-15 13:00", "America/Chicago"))
    assert opening.why == (
        "In America/Chicago it is Sunday, 13:00; texts to Mississippi may not go on Sundays."
    )
    assert opening.at == moment("2026-11-16 12:00", "America/Chicago")


@pytest.mark.parametrize(("opens", "closes"), [(time(20), time(8)), (time(9), time(9))])
def test_hours_that_never_open_or_span_midnight_are_refused(opens: time, closes: time):
    with pytest.raises(InvalidRequest):
        Hours(opens, closes)


def test_hours_that_no_law_leaves_open_are_an_error_and_no_endless_search():
    night = BrandHours(us=Hours(time(1), time(2)), elsewhere=ALL_DAY)
    with pytest.raises(NoLegalMoment):
        next_moment(american("303"), moment("2026-11-16 12:00"), night)
