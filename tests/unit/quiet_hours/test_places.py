"""Where a recipient may be, from what we know of them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import phonenumbers
import pytest

from tests.unit.quiet_hours.recipients import TOLL_FREE, american, canadian, moment, somebody
from twofold.messages.quiet_hours.area_codes import US_STATES, area_of
from twofold.messages.quiet_hours.brand import DEFAULT
from twofold.messages.quiet_hours.places import NoLegalMoment, Recipient, places
from twofold.messages.quiet_hours.postcodes import state_of
from twofold.messages.quiet_hours.rules import STATES
from twofold.messages.quiet_hours.window import allowed, next_moment
from twofold.messages.quiet_hours.zones import clock_of, is_place, zones_of

TWO_ZONES = ["850", "448", "219", "574", "812", "270", "606", "906", "701", "605", "423", "308", "620", "785"]
TWO_ZONES += ["208", "541", "775", "928"]

POSTCODES = ["10001 NY", "06390 NY", "06101 CT", "02903 RI", "20001 DC", "20101 VA", "21201 MD", "32501 FL"]
POSTCODES += ["36101 AL", "39201 MS", "70112 LA", "73101 OK", "73301 TX", "79901 TX", "88510 TX", "98101 WA"]


def zones(recipient: Recipient) -> set[str]:
    return {str(place.zone) for place in places(recipient, DEFAULT)}


def rules(recipient: Recipient) -> set[str]:
    return {row.id for place in places(recipient, DEFAULT) for row in place.rows}


def test_an_area_code_tells_the_state_and_the_zone():
    assert zones(american("214")) == {"America/Chicago"}
    assert rules(american("214")) == {"US-TX", "US", "brand"}
    assert zones(american("915")) == {"America/Denver"}


@pytest.mark.parametrize("area_code", TWO_ZONES)
def test_an_area_code_across_a_limit_of_zones_counts_in_both(area_code: str):
    assert len(zones(american(area_code))) == 2


def test_a_postcode_tells_the_state_better_than_the_number():
    moved = american("212", postcode=" 75201-1234 ")
    assert rules(moved) == {"US-TX", "US", "brand"}
    assert zones(moved) == {"America/Chicago", "America/Denver"}


@pytest.mark.parametrize("postcode", ["", "7520", "75-201", "ABCDE", "09012", "34012", "96201", "٧٥٢٠١"])
def test_a_postcode_that_tells_no_state_leaves_it_to_the_number(postcode: str):
    assert zones(american("206", postcode=postcode)) == {"America/Los_Angeles"}


def test_a_french_postcode_is_not_texan():
    assert rules(somebody("FR", postcode="75001")) == {"FR", "brand"}


def test_a_postcode_may_lie_in_a_territory():
    assert zones(american("212", postcode="00901")) == {"America/Puerto_Rico"}
    assert zones(american("212", postcode="96799")) == {"Pacific/Pago_Pago"}
    assert rules(american("212", postcode="00901")) == {"US", "brand"}


@pytest.mark.parametrize(
    ("postcode", "state"),
    [line.split() for line in POSTCODES],
)
def test_the_first_digits_of_a_postcode_tell_the_state(postcode: str, state: str):
    assert state_of(postcode) == state


def test_a_stated_zone_is_believed_and_the_states_law_goes_with_the_number():
    traveller = american("214", zone="America/Los_Angeles")
    assert zones(traveller) == {"America/Los_Angeles"}
    assert rules(traveller) == {"US-TX", "US", "brand"}


@pytest.mark.parametrize(
    "zone",
    [
        "UTC",
        "Etc/UTC",
        "Etc/GMT+5",
        "GMT",
        "EST",
        "",
        "Mars/Olympus",
        "posix/Europe/Paris",
        "America",
        "../../etc/passwd",
    ],
)
def test_a_zone_that_is_no_place_tells_nothing(zone: str):
    assert zones(american("214", zone=zone)) == {"America/Chicago"}


@pytest.mark.parametrize("zone", ["Europe/Kyiv", "Europe/Kiev", "US/Pacific", "Poland", "Asia/Calcutta"])
def test_old_names_of_places_are_places(zone: str):
    assert is_place(zone)
    assert zones(somebody("PL", zone=zone)) == {zone}


def test_a_country_counts_with_all_of_its_zones():
    assert zones(somebody("PL")) == {"Europe/Warsaw"}
    assert zones(somebody("ES")) == {"Europe/Madrid", "Africa/Ceuta", "Atlantic/Canary"}
    assert zones(somebody("PT")) == {"Europe/Lisbon", "Atlantic/Madeira", "Atlantic/Azores"}
    assert zones(somebody("XK")) == {"Europe/Belgrade"}


def test_canada_keeps_the_zones_of_its_area_codes():
    assert zones(canadian("416")) == {"America/Toronto"}
    assert zones(canadian("807")) == {"America/Toronto", "America/Winnipeg", "America/Atikokan"}
    assert zones(canadian("600")) == set(zones_of("CA"))
    assert rules(canadian("514")) == {"brand"}


def test_a_number_that_tells_nothing_may_be_in_any_state():
    anywhere = american(TOLL_FREE)
    assert zones(anywhere) == {zone for state in US_STATES.values() for zone in state.zones}
    assert rules(anywhere) == {"US", "brand", *(row.id for row in STATES.values())}


def test_a_number_that_tells_nothing_still_gets_its_texts_within_five_days():
    anywhere, at = american(TOLL_FREE), moment("2026-01-01 00:00")
    while at < moment("2028-01-01 00:00"):
        opening = next_moment(anywhere, at)
        assert opening.at - at < timedelta(days=5)
        at += timedelta(hours=7)


def test_a_guess_of_hawaii_asks_for_the_law_and_not_for_the_brands_noon():
    noon_in_new_york = moment("2026-11-16 12:00", "America/New_York")
    assert next_moment(american(TOLL_FREE), noon_in_new_york).at == moment(
        "2026-11-16 12:00", "America/Los_Angeles"
    )
    assert not allowed(american("808"), moment("2026-11-16 11:00", "Pacific/Honolulu"))
    assert not allowed(
        american(TOLL_FREE, zone="Pacific/Honolulu"), moment("2026-11-16 11:00", "Pacific/Honolulu")
    )


def test_there_are_fifty_states_and_the_district_and_each_has_a_clock():
    assert len(US_STATES) == 51
    for state in US_STATES.values():
        assert state.zones
        assert all(is_place(zone) and clock_of(zone) for zone in state.zones)


def test_every_american_area_code_in_use_is_in_the_table():
    """As far as the numbering data in use here knows which codes lie somewhere."""
    for number in range(200, 1000):
        phone = phonenumbers.parse(f"+1{number}2530123")
        if phonenumbers.number_type(phone) == phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE:
            country = phonenumbers.region_code_for_number(phone)
            area = area_of(f"+1{number}2530123")
            assert (area.country if area else country) == country
            assert area or country not in ("US", "CA"), number


@pytest.mark.parametrize("country", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_in_every_country_with_telephones_there_is_a_moment(country: str):
    for at in _hours(datetime(2026, 3, 28, tzinfo=UTC), 60):
        opening = next_moment(somebody(country), at)
        assert allowed(somebody(country), opening.at)


def test_a_country_in_no_zone_is_an_error_and_never_a_yes():
    with pytest.raises(NoLegalMoment):
        allowed(somebody("ZZ"), moment("2026-11-16 12:00"))


def _hours(start: datetime, count: int) -> Iterable[datetime]:
    return (start + timedelta(hours=hour) for hour in range(count))
