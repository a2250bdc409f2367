"""Whatever the moment and whoever the recipient: what always holds of an answer."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.quiet_hours.changes import places
from tests.unit.quiet_hours.recipients import LAW_ALONE, TOLL_FREE, american, canadian, somebody
from twofold.messages.quiet_hours.hours import HORIZON
from twofold.messages.quiet_hours.places import Recipient
from twofold.messages.quiet_hours.window import Opening, allowed, next_moment

ONE_OF_EACH_ZONE_AND_LAW = ["205", "203", "305", "504", "617", "410", "601", "405", "401", "214", "206"]
ONE_OF_EACH_ZONE_AND_LAW += ["212", "312", "303", "928", "415", "907", "808"]

MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))
RECIPIENTS = st.one_of(
    st.builds(american, st.sampled_from(["214", "850", "401", "205", "504", "601", "907", "808", TOLL_FREE])),
    st.builds(
        american, st.just("212"), zone=st.sampled_from(places()), postcode=st.sampled_from(["75201", "02903"])
    ),
    st.builds(canadian, st.sampled_from(["416", "709", "867"])),
    st.builds(somebody, st.sampled_from(["FR", "PL", "ES", "RU", "AU", "PR", "RE"])),
)


@given(RECIPIENTS, MOMENTS)
def test_the_answer_is_allowed_and_not_before_the_question(recipient: Recipient, at: datetime):
    opening = next_moment(recipient, at)
    assert at <= opening.at <= at + HORIZON
    assert allowed(recipient, opening.at)
    assert (opening.at == at) is allowed(recipient, at)


@given(RECIPIENTS, MOMENTS)
def test_a_rule_and_a_reason_are_given_when_it_waits_and_only_then(recipient: Recipient, at: datetime):
    opening = next_moment(recipient, at)
    waits = opening.at > at
    assert opening.rule.startswith("quiet_hours:") is waits
    assert opening.why.endswith(".") is waits


@given(RECIPIENTS, MOMENTS)
def test_asked_again_at_the_answer_it_is_the_answer(recipient: Recipient, at: datetime):
    once = next_moment(recipient, at)
    assert next_moment(recipient, once.at) == Opening(at=once.at)


@given(RECIPIENTS, MOMENTS, MOMENTS)
def test_who_asks_later_goes_no_earlier(recipient: Recipient, one: datetime, other: datetime):
    early, late = sorted((one, other))
    assert next_moment(recipient, early).at <= next_moment(recipient, late).at


@given(MOMENTS)
def test_who_tells_nothing_gets_a_text_only_when_every_state_allows_it(at: datetime):
    opening = next_moment(american(TOLL_FREE), at)
    for area_code in ONE_OF_EACH_ZONE_AND_LAW:
        assert allowed(american(area_code), opening.at, LAW_ALONE), area_code
