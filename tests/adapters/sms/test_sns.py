"""Texts by SNS: what is asked, as another's reading of the protocol understands it, and what its answers mean."""

from urllib.parse import parse_qs

import pytest

from tests.adapters.sms.texts import NUMBER, TEXT, an_sms
from tests.fakes.aws import FakeAws, Fault
from twofold.adapters.sms.sns import SnsGateway
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.settings import SmsSettings
from twofold.messages.ports import NumberRejected, RecipientOptedOut, SmsRejected


def refused(status: int, code: str, message: str = "") -> Fault:
    told = f"<Type>Sender</Type><Code>{code}</Code><Message>{message}</Message>"
    return Fault(status, f"<ErrorResponse><Error>{told}</Error></ErrorResponse>")


@pytest.fixture
def gateway(aws: FakeAws) -> SnsGateway:
    return SnsGateway(SmsSettings(sender_id="TWOFOLD"))


def attributes(aws: FakeAws) -> dict[str, str]:
    """Those of the last text, by name."""
    form = {name: values[0] for name, values in parse_qs(aws.calls[-1][1]).items()}
    entries = [f"MessageAttributes.entry.{position}." for position in (1, 2, 3)]
    return {form[f"{e}Name"]: form[f"{e}Value.StringValue"] for e in entries if f"{e}Name" in form}


def test_a_text_leaves_and_is_answered_with_the_id_that_sns_gave_it(aws: FakeAws, gateway: SnsGateway):
    handed = gateway.send(an_sms())
    assert aws.texts == [(NUMBER, TEXT)]
    assert (handed.provider, len(handed.provider_id)) == ("sns", 36)


@pytest.mark.parametrize("message_class", ["verification", "requested", "staff", "marketing"])
def test_only_marketing_is_promotional(aws: FakeAws, gateway: SnsGateway, message_class: str):
    gateway.send(an_sms(message_class=message_class))
    kind = "Promotional" if message_class == "marketing" else "Transactional"
    assert attributes(aws)["AWS.SNS.SMS.SMSType"] == kind


@pytest.mark.parametrize(
    ("text", "price"), [("a", "0.05000"), ("a" * 161, "0.10000"), ("ż" * 135, "0.15000")]
)
def test_what_all_parts_together_may_cost_is_told(aws: FakeAws, gateway: SnsGateway, text: str, price: str):
    gateway.send(an_sms(text=text))
    assert attributes(aws)["AWS.SNS.SMS.MaxPrice"] == price


def test_a_text_comes_from_the_sender_that_is_set_and_else_from_none(aws: FakeAws, gateway: SnsGateway):
    gateway.send(an_sms())
    assert attributes(aws)["AWS.SNS.SMS.SenderID"] == "TWOFOLD"
    SnsGateway(SmsSettings()).send(an_sms())
    assert "AWS.SNS.SMS.SenderID" not in attributes(aws)


@pytest.mark.parametrize(
    ("fault", "meaning", "code"),
    [
        (refused(400, "OptedOut"), RecipientOptedOut, "opted_out_at_provider"),
        (
            refused(400, "InvalidParameter", "Invalid parameter: PhoneNumber Reason: not valid"),
            NumberRejected,
            "InvalidParameter",
        ),
        (
            refused(400, "InvalidParameter", "Invalid parameter: Message too long"),
            SmsRejected,
            "InvalidParameter",
        ),
        (refused(400, "ParameterValueInvalid"), SmsRejected, "ParameterValueInvalid"),
        (refused(400, "ValidationError"), SmsRejected, "ValidationError"),
    ],
)
def test_what_will_never_be_delivered_is_rejected(
    aws: FakeAws, gateway: SnsGateway, fault: Fault, meaning: type[SmsRejected], code: str
):
    aws.faults = [fault]
    with pytest.raises(SmsRejected) as raised:
        gateway.send(an_sms())
    assert (type(raised.value), raised.value.code) == (meaning, code)


@pytest.mark.parametrize(
    ("status", "code"),
    [(400, "Throttling"), (429, "Throttled"), (403, "AuthorizationError"), (400, "KMSThrottling")],
)
def test_what_was_not_taken_now_may_be_later(aws: FakeAws, gateway: SnsGateway, status: int, code: str):
    aws.faults = [refused(status, code)]
    with pytest.raises(Unavailable) as raised:
        gateway.send(an_sms())
    assert type(raised.value) is Unavailable
    assert code in raised.value.detail


@pytest.mark.parametrize(
    "fault", [refused(500, "InternalFailure"), refused(503, "ServiceUnavailable"), Fault(), Fault(done=True)]
)
def test_when_nobody_can_tell_it_is_said_so_and_not_tried_again(
    aws: FakeAws, gateway: SnsGateway, fault: Fault
):
    aws.faults = [fault]
    with pytest.raises(OutcomeUnknown):
        gateway.send(an_sms())
    assert len(aws.calls) == 1
