"""Ids, moments and verification codes are worked out, not stored."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twofold.contracts.instants import from_text, now, to_second, to_text
from twofold.leads.verification import VerificationKey
from twofold.ledger.record import event_id, first_id, moment
from twofold.messages.model import message_id

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000)
)
KEY = VerificationKey(b"k" * 32)


@given(MOMENTS, MOMENTS, st.text(), st.text())
def test_event_ids_sort_as_time_does(one: datetime, other: datetime, cause: str, another: str):
    if one < other:
        assert event_id(one, cause) < event_id(other, another)
    assert first_id(one) <= event_id(one, cause)


@given(MOMENTS, st.text())
def test_an_event_id_tells_its_moment_and_is_the_same_for_the_same_cause(at: datetime, cause: str):
    assert moment(event_id(at, cause)) == at
    assert event_id(at, cause) == event_id(at, cause)
    assert event_id(at, cause) != event_id(at, cause + "x")
    assert len(event_id(at, cause)) == 26


@given(MOMENTS, MOMENTS)
def test_moments_are_read_back_as_written_and_sort_as_text(one: datetime, other: datetime):
    assert from_text(to_text(one)) == one
    assert (to_text(one) < to_text(other)) == (one < other)
    assert len(to_text(one)) == len("2026-11-22T09:00:00.123Z")


def test_moments_are_written_in_utc():
    noon = datetime(2026, 11, 22, 13, 0, tzinfo=timezone(timedelta(hours=1)))
    assert to_text(noon) == "2026-11-22T12:00:00.000Z"
    assert to_second(noon) == "2026-11-22T12:00:00Z"
    assert now().tzinfo is UTC
    assert now().microsecond % 1000 == 0


@given(st.text(min_size=1))
def test_a_verification_code_has_six_digits_and_fits_its_challenge(challenge_id: str):
    digits = KEY.digits(challenge_id)
    assert len(digits) == 6
    assert digits.isdecimal()
    assert KEY.matches(challenge_id, f" {digits[:3]}-{digits[3:]} ")
    assert not KEY.matches(challenge_id, f"{(int(digits) + 1) % 10**6:06d}")


@pytest.mark.parametrize("typed", ["", "123", "١٢٣٤٥٦", "１２３４５６", "abcdef"])
def test_what_is_not_the_code_does_not_fit(typed: str):
    assert not KEY.matches("challenge", typed)


def test_codes_depend_on_the_challenge_and_on_the_key():
    ids = [f"challenge-{n}" for n in range(200)]
    codes = {KEY.digits(i) for i in ids}
    assert len(codes) > 190
    assert codes != {VerificationKey(b"x" * 32).digits(i) for i in ids}


def test_a_message_is_the_same_for_the_same_event_and_template():
    assert message_id("e", "code") == message_id("e", "code")
    assert len({message_id("e", "code"), message_id("e", "verification"), message_id("f", "code")}) == 3
