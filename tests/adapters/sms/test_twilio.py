"""Texts by Twilio: what is asked, and what its refusals mean."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.sms.conftest import Make
from tests.adapters.sms.texts import an_sms
from tests.fakes.sms_provider import FakeProvider, serving
from tests.fakes.sms_wire import ACCOUNT, TOKEN, WIRES
from twofold.adapters.sms.answer import Answer
from twofold.adapters.sms.twilio import TwilioGateway
from twofold.adapters.sms.twilio_refusals import judge
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.settings import SettingMissing, TwilioSettings
from twofold.messages.ports import NumberRejected, RecipientOptedOut, SmsGateway, SmsRejected

STATUS = "https://twofold.example/callbacks/twilio/status"


@pytest.fixture
def server() -> Iterator[FakeProvider]:
    with serving(WIRES["twilio"]) as server:
        yield server


@pytest.fixture
def gateway(server: FakeProvider, makes: dict[str, Make]) -> SmsGateway:
    return makes["twilio"](server.url)


def made(token: bytes = TOKEN.encode(), **settings: Any) -> TwilioGateway:
    told = TwilioSettings(**{"account_sid": ACCOUNT, "sender": "+15005550006", **settings})
    return TwilioGateway(told, token=lambda: token, status_url=STATUS, allow_loopback=True)


def refused(status: int, code: int | None) -> Answer:
    told = {"message": "To +48601234567 is not valid"} | ({"code": code} if code else {})
    return Answer(status, {}, msgspec.json.encode(told))


def test_all_that_twilio_reads_is_told_and_no_price(server: FakeProvider, gateway: SmsGateway):
    gateway.send(an_sms())
    assert server.taken[-1].told == {
        "To": "+48601234567",
        "From": "+15005550006",
        "Body": "żółw 123456",
        "StatusCallback": f"{STATUS}?message_id=msg_0123456789",
        "ValidityPeriod": "60",
    }


def test_a_messaging_service_picks_the_number_that_a_text_comes_from(server: FakeProvider):
    made(sender="MG" + "0" * 32, url=server.url).send(an_sms())
    told = server.taken[-1].told
    assert told["MessagingServiceSid"] == "MG" + "0" * 32
    assert "From" not in told


@pytest.mark.parametrize(("lifetime", "told"), [(0, "1"), (1, "1"), (36_000, "36000"), (172_800, "36000")])
def test_a_lifetime_stays_within_what_twilio_takes(
    server: FakeProvider, gateway: SmsGateway, lifetime: int, told: str
):
    gateway.send(an_sms(lifetime=lifetime))
    assert server.taken[-1].told["ValidityPeriod"] == told


def test_an_address_may_end_in_a_slash(server: FakeProvider):
    assert made(url=f"{server.url}/").send(an_sms())


def test_a_token_that_was_stored_with_a_line_s_end_is_still_the_token(server: FakeProvider):
    assert made(TOKEN.encode() + b"\n", url=server.url).send(an_sms())


@pytest.mark.parametrize(
    ("status", "code", "meaning", "said"),
    [
        (400, 21610, RecipientOptedOut, "opted_out_at_provider"),
        (400, 21211, NumberRejected, "21211"),
        (400, 21217, NumberRejected, "21217"),
        (400, 21614, NumberRejected, "21614"),
        (400, 21408, SmsRejected, "21408"),
        (400, 21617, SmsRejected, "21617"),
        (429, 20429, Unavailable, "unavailable"),
        (429, None, Unavailable, "unavailable"),
        (401, 20003, Unavailable, "unavailable"),
        (403, 20005, Unavailable, "unavailable"),
        (404, 20404, Unavailable, "unavailable"),
        (400, 21606, Unavailable, "unavailable"),
        (400, None, Unavailable, "unavailable"),
        (308, None, Unavailable, "unavailable"),
        (303, None, OutcomeUnknown, "outcome_unknown"),
        (500, 20500, OutcomeUnknown, "outcome_unknown"),
        (503, None, OutcomeUnknown, "outcome_unknown"),
        (502, 21610, OutcomeUnknown, "outcome_unknown"),
    ],
)
def test_refusals_mean_what_they_say(status: int, code: int | None, meaning: type[Exception], said: str):
    error = judge(refused(status, code))
    assert (type(error), error.code) == (meaning, said)
    assert "+48601234567" not in error.detail


@pytest.mark.parametrize(
    ("status", "code", "named"),
    [
        (401, 20003, ("TWOFOLD_TWILIO_ACCOUNT_SID", "TWOFOLD_SECRET_TWILIO")),
        (404, None, ("TWOFOLD_TWILIO_ACCOUNT_SID", "TWOFOLD_SECRET_TWILIO")),
        (400, 21606, ("TWOFOLD_TWILIO_SENDER",)),
    ],
)
def test_what_the_operator_can_put_right_is_named(status: int, code: int | None, named: tuple[str, ...]):
    detail = judge(refused(status, code)).detail
    assert all(setting in detail for setting in named)


@pytest.mark.parametrize("field", ["account_sid", "sender"])
def test_without_its_settings_it_does_not_start(field: str):
    with pytest.raises(SettingMissing, match=f"TWOFOLD_TWILIO_{field.upper()}"):
        made(**dict[str, Any]({field: None}))


@pytest.mark.parametrize("account", ["AC123", "AC" + "0" * 31 + "/", "SK" + "0" * 32])
def test_an_account_that_is_none_does_not_start(account: str):
    with pytest.raises(ValueError, match="TWOFOLD_TWILIO_ACCOUNT_SID"):
        made(account_sid=account)


told = st.none() | st.booleans() | st.integers(-1, 99_999) | st.text(max_size=9)
objects = st.builds(msgspec.json.encode, st.dictionaries(st.sampled_from(["code", "message"]), told))


@settings(deadline=None)
@given(st.integers(300, 599), st.binary(max_size=60) | objects)
def test_whatever_is_answered_has_a_meaning(status: int, body: bytes):
    error = judge(Answer(status, {}, body))
    assert isinstance(error, SmsRejected | Unavailable)
    assert status < 500 or type(error) is OutcomeUnknown
