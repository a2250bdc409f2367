"""Texts by End User Messaging: what is asked fits the service's own description, and what its refusals mean."""

import re
from collections.abc import Iterator
from typing import Any

import botocore.session
import pytest
from botocore.validate import ParamValidator

from tests.adapters.sms.conftest import Make
from tests.adapters.sms.texts import an_sms, failure
from tests.fakes.sms_answers import NUMBER, Reply, by_aws
from tests.fakes.sms_provider import FakeProvider, serving
from tests.fakes.sms_wire import WIRES
from twofold.adapters.sms.aws import AwsGateway
from twofold.contracts.errors import OutcomeUnknown, TwofoldError, Unavailable
from twofold.contracts.settings import AwsSmsSettings, SettingMissing
from twofold.messages.ports import NumberRejected, RecipientOptedOut, SmsGateway, SmsRejected

SHAPE: Any = (
    botocore.session.Session()
    .get_service_model("pinpoint-sms-voice-v2")
    .operation_model("SendTextMessage")
    .input_shape
)


@pytest.fixture
def server() -> Iterator[FakeProvider]:
    with serving(WIRES["aws"]) as server:
        yield server


@pytest.fixture
def gateway(server: FakeProvider, makes: dict[str, Make]) -> SmsGateway:
    return makes["aws"](server.url)


def refused(makes: dict[str, Make], reply: Reply) -> TwofoldError:
    with serving(WIRES["aws"].refusing(reply)) as server:
        server.mood = "refuse"
        return failure(makes["aws"](server.url))


def told(server: FakeProvider) -> dict[str, Any]:
    return server.taken[-1].told


def test_all_that_is_known_of_a_text_is_told(server: FakeProvider, gateway: SmsGateway):
    gateway.send(an_sms())
    assert told(server) == {
        "DestinationPhoneNumber": "+48601234567",
        "OriginationIdentity": "pool-1",
        "MessageBody": "żółw 123456",
        "MessageType": "TRANSACTIONAL",
        "ConfigurationSetName": "texts",
        "ProtectConfigurationId": "protect-1",
        "MaxPrice": "0.05000",
        "TimeToLive": 60,
        "Context": {"message_id": "msg_0123456789"},
    }


@pytest.mark.parametrize("lifetime", [0, 60, 10**9])
@pytest.mark.parametrize("price", [1, 50_000, 10**9])
def test_whatever_is_asked_fits_the_description_that_aws_gives(
    server: FakeProvider, gateway: SmsGateway, price: int, lifetime: int
):
    gateway.send(an_sms(price=price, lifetime=lifetime, message_class="marketing", text="ż" * 200))
    asked = told(server)
    assert not ParamValidator().validate(asked, SHAPE).generate_report()
    for name, value in asked.items():
        shape = SHAPE.members[name]
        if shape.type_name == "string":
            assert re.fullmatch(shape.metadata.get("pattern", "(?s).+"), value), name
            assert len(value) <= shape.metadata.get("max", len(value)), name
            assert value in (shape.metadata.get("enum") or [value]), name
    ttl = SHAPE.members["TimeToLive"].metadata
    assert ttl["min"] <= asked["TimeToLive"] <= ttl["max"]


@pytest.mark.parametrize("message_class", ["verification", "requested", "staff", "marketing"])
def test_only_marketing_is_promotional(server: FakeProvider, gateway: SmsGateway, message_class: str):
    gateway.send(an_sms(message_class=message_class))
    assert told(server)["MessageType"] == ("PROMOTIONAL" if message_class == "marketing" else "TRANSACTIONAL")


def test_the_price_is_that_of_all_parts_and_never_rounded_up(server: FakeProvider, gateway: SmsGateway):
    gateway.send(an_sms(text="a" * 161, price=33_333))
    assert told(server)["MaxPrice"] == "0.06666"


def test_what_is_not_set_is_not_told(server: FakeProvider, makes: dict[str, Make]):
    makes["aws"](server.url)
    AwsGateway(AwsSmsSettings(origination="+15005550006")).send(an_sms())
    assert not {"ConfigurationSetName", "ProtectConfigurationId"} & told(server).keys()


def test_without_somebody_to_come_from_it_does_not_start():
    with pytest.raises(SettingMissing, match="TWOFOLD_AWSSMS_ORIGINATION"):
        AwsGateway(AwsSmsSettings())


QUOTA = "ServiceQuotaExceededException"
SPENT = "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"
OVERRIDE = "DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE"
COUNTRY = "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION"
OPTED_OUT = "DESTINATION_PHONE_NUMBER_OPTED_OUT"
PRICE = "PRICE_OVER_THRESHOLD"


@pytest.mark.parametrize(
    ("status", "code", "more", "meaning", "said"),
    [
        (400, "ConflictException", {"Reason": OPTED_OUT}, RecipientOptedOut, "opted_out_at_provider"),
        (400, "ConflictException", {"Reason": OVERRIDE}, NumberRejected, OVERRIDE),
        (400, "ConflictException", {"Reason": COUNTRY}, SmsRejected, COUNTRY),
        (400, "ValidationException", {"Reason": PRICE}, SmsRejected, PRICE),
        (
            400,
            "ValidationException",
            {"Fields": [{"Name": "MessageBody"}]},
            SmsRejected,
            "ValidationException",
        ),
        (400, "ValidationException", {}, SmsRejected, "ValidationException"),
        (400, "ValidationException", {"Fields": NUMBER}, NumberRejected, "ValidationException"),
        (400, QUOTA, {"Reason": SPENT}, Unavailable, "unavailable"),
        (400, "AccessDeniedException", {"Reason": "ACCOUNT_DISABLED"}, Unavailable, "unavailable"),
        (400, "ResourceNotFoundException", {}, Unavailable, "unavailable"),
        (503, "ServiceUnavailable", {}, OutcomeUnknown, "outcome_unknown"),
    ],
)
def test_refusals_mean_what_they_say(
    makes: dict[str, Make], status: int, code: str, more: dict[str, Any], meaning: type[Exception], said: str
):
    error = refused(makes, by_aws(status, code, **more))
    assert (type(error), error.code) == (meaning, said)


def test_who_reaches_the_spending_limit_is_told_what_to_check(makes: dict[str, Make]):
    error = refused(makes, by_aws(400, QUOTA, Reason=SPENT))
    assert SPENT in error.detail
    assert "spending limit" in error.detail
