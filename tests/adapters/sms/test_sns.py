"""Texts by SNS: what its answers mean."""

import pytest

from tests.fakes.aws import FakeAws, Fault
from twofold.adapters.sms.sns import SnsGateway
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.settings import SmsSettings
from twofold.leads.phone import Phone
from twofold.messages.model import Sms
from twofold.messages.ports import SmsRejected

SMS = Sms(Phone("+48601234567", "PL"), "123456 is your code", "verification")


def refused(status: int, code: str) -> Fault:
    return Fault(
        status, f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code></Error></ErrorResponse>"
    )


@pytest.fixture
def gateway(aws: FakeAws) -> SnsGateway:
    return SnsGateway(SmsSettings(max_price="0.05", sender_id="TWOFOLD"))


def test_a_text_leaves_with_its_price_limit_and_sender(aws: FakeAws, gateway: SnsGateway):
    assert gateway.send(SMS)
    assert aws.texts == [("+48601234567", "123456 is your code")]
    ((_, asked),) = aws.calls
    assert "AWS.SNS.SMS.MaxPrice" in asked
    assert "0.05" in asked
    assert "TWOFOLD" in asked
    assert "Transactional" in asked


def test_without_a_sender_none_is_named(aws: FakeAws):
    SnsGateway(SmsSettings(max_price="0.05")).send(SMS)
    assert "SenderID" not in aws.calls[0][1]


@pytest.mark.parametrize("code", ["InvalidParameter", "InvalidParameterValue", "OptedOut", "ValidationError"])
def test_what_will_never_be_delivered_is_rejected(aws: FakeAws, gateway: SnsGateway, code: str):
    aws.faults = [refused(400, code)]
    with pytest.raises(SmsRejected) as raised:
        gateway.send(SMS)
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("status", "code"), [(400, "Throttling"), (403, "AuthorizationError"), (403, "KMSThrottling")]
)
def test_what_was_not_taken_now_may_be_later(aws: FakeAws, gateway: SnsGateway, status: int, code: str):
    aws.faults = [refused(status, code)]
    with pytest.raises(Unavailable) as raised:
        gateway.send(SMS)
    assert not isinstance(raised.value, OutcomeUnknown)


@pytest.mark.parametrize(
    "fault", [refused(500, "InternalFailure"), refused(503, "ServiceUnavailable"), Fault(), Fault(done=True)]
)
def test_when_nobody_can_tell_it_is_said_so(aws: FakeAws, gateway: SnsGateway, fault: Fault):
    aws.faults = [fault]
    with pytest.raises(OutcomeUnknown):
        gateway.send(SMS)


def test_nothing_is_ever_tried_twice(aws: FakeAws, gateway: SnsGateway):
    aws.faults = [refused(503, "ServiceUnavailable")]
    with pytest.raises(OutcomeUnknown):
        gateway.send(SMS)
    assert len(aws.calls) == 1


def test_where_nobody_listens_nothing_left(aws: FakeAws, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL_SNS", "http://127.0.0.1:9")
    with pytest.raises(Unavailable) as raised:
        SnsGateway(SmsSettings(max_price="0.05")).send(SMS)
    assert not isinstance(raised.value, OutcomeUnknown)
