"""What a service's bad moments become."""

import json

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError, ReadTimeoutError

from tests.fakes.aws import FakeAws, Fault
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.made import a_challenge, a_link
from tests.fakes.tables import SETTINGS
from twofold.adapters.signed import SignedService
from twofold.contracts.errors import NotFound, Unavailable
from twofold.limits.allowance import Allowance

THROTTLED = Fault(400, json.dumps({"__type": "com.amazon#ThrottlingException", "message": "slow down"}))
REFUSED = Fault(400, json.dumps({"__type": "com.amazon#ValidationException", "message": "not so"}))
BROKEN = Fault(500, json.dumps({"__type": "InternalServerError"}))
PROXY = Fault(503, "<html>Service Unavailable</html>")
SILENT = Fault()
GARBLED = Fault(200, "<html>Welcome to the hotel's network</html>")


@pytest.fixture
def service(aws: FakeAws) -> SignedService:
    return SignedService("dynamodb", "DynamoDB_20120810", "1.0")


def ask(service: SignedService) -> dict[str, object]:
    return service.call("GetItem", {"TableName": "campaigns", "Key": {"campaign_id": {"S": "never"}}})


@pytest.mark.parametrize(
    "fault", [THROTTLED, PROXY, SILENT, GARBLED], ids=["throttled", "proxy", "silent", "garbled"]
)
def test_a_bad_moment_is_tried_again_once(aws: FakeAws, service: SignedService, fault: Fault):
    aws.faults = [fault]
    assert "Item" not in ask(service)
    assert len(aws.calls) == 2


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (THROTTLED, ClientError),
        (BROKEN, ClientError),
        (PROXY, ClientError),
        (SILENT, ReadTimeoutError),
        (GARBLED, ReadTimeoutError),
    ],
    ids=["throttled", "500", "proxy", "silent", "garbled"],
)
def test_two_bad_moments_are_told(aws: FakeAws, service: SignedService, fault: Fault, error: type[Exception]):
    aws.faults = [fault, fault]
    with pytest.raises(error):
        ask(service)
    assert len(aws.calls) == 2


def test_a_refusal_is_told_at_once_by_its_name(aws: FakeAws, service: SignedService):
    aws.faults = [REFUSED]
    with pytest.raises(ClientError) as raised:
        ask(service)
    assert raised.value.response["Error"] == {"Code": "ValidationException", "Message": "not so"}
    assert len(aws.calls) == 1


@pytest.mark.parametrize("fault", [THROTTLED, BROKEN, SILENT], ids=["throttled", "500", "silent"])
def test_what_must_not_happen_twice_is_asked_once(aws: FakeAws, fault: Fault):
    once = SignedService("dynamodb", "DynamoDB_20120810", "1.0", tries=1)
    aws.faults = [fault]
    with pytest.raises((ClientError, ReadTimeoutError)):
        ask(once)
    assert len(aws.calls) == 1
    ask(once)
    assert len(aws.calls) == 2


@pytest.mark.parametrize("garbage", ["[1]", "17", '"text"', "\x00"])
def test_an_answer_that_is_no_object_is_no_answer(aws: FakeAws, service: SignedService, garbage: str):
    aws.faults = [Fault(200, garbage)] * 2
    with pytest.raises(ReadTimeoutError):
        ask(service)


def test_an_endpoint_of_a_service_with_a_hyphen_can_be_set(aws: FakeAws, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL_SMS_VOICE", "http://127.0.0.1:9")
    assert SignedService("sms-voice", "PinpointSMSVoiceV2", "1.0")._url == "http://127.0.0.1:9"
    monkeypatch.delenv("AWS_ENDPOINT_URL_SMS_VOICE")
    monkeypatch.delenv("AWS_ENDPOINT_URL")
    hosted = SignedService("sms-voice", "PinpointSMSVoiceV2", "1.0")
    assert hosted._url == "https://sms-voice.eu-central-1.amazonaws.com"


def test_where_nobody_listens_nothing_was_sent(aws: FakeAws, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:9")
    with pytest.raises(EndpointConnectionError):
        ask(SignedService("dynamodb", "DynamoDB_20120810", "1.0"))


def test_an_endpoint_of_its_own_comes_first_and_aws_s_last(aws: FakeAws, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL_EVENTS", "http://127.0.0.1:9")
    assert SignedService("events", "AWSEvents", "1.1")._url == "http://127.0.0.1:9"
    monkeypatch.delenv("AWS_ENDPOINT_URL_EVENTS")
    monkeypatch.delenv("AWS_ENDPOINT_URL")
    assert SignedService("events", "AWSEvents", "1.1")._url == "https://events.eu-central-1.amazonaws.com"
    monkeypatch.setenv("AWS_REGION", "cn-north-1")
    assert SignedService("events", "AWSEvents", "1.1")._url.endswith("amazonaws.com.cn")


@pytest.mark.parametrize(
    "fault", [THROTTLED, PROXY, SILENT, GARBLED], ids=["throttled", "proxy", "silent", "garbled"]
)
def test_a_database_that_stays_away_is_unavailable_and_never_empty(aws: FakeAws, fault: Fault):
    books = in_dynamodb(SETTINGS)
    questions = [
        lambda: books.challenges.find("c"),
        lambda: books.challenges.charge("c", a_challenge().sent_at),
        lambda: books.leads.lead("l"),
        lambda: books.leads.leads(["l"]),
        lambda: books.leads.last_scopes("l"),
        lambda: books.challenges.awaiting_reply("l"),
        lambda: books.messages.find("m"),
        lambda: books.messages.send_log("l", "marketing"),
        lambda: books.links.count("s", a_challenge().sent_at),
        lambda: books.links.open(a_link()),
        lambda: books.replies.for_review(1),
        lambda: books.receipts.by_provider("l", "p", a_challenge().sent_at),
        lambda: books.assets.asset_of("K"),
        lambda: books.counter.give(Allowance(key="k", most=1, seconds=60), a_challenge().sent_at),
        lambda: books.challenges.await_reply(a_challenge()),
        lambda: books.codes.find("C"),
        lambda: books.codes.states(["C"]),
        lambda: books.switch.paused(),
        lambda: books.heartbeat.last(),
        lambda: list(books.ledger.since("", a_challenge().sent_at, 1)),
        lambda: books.keys.key("k"),
        lambda: books.campaigns.campaign("c"),
    ]
    for question in questions:
        aws.faults = [fault] * 8
        with pytest.raises(Unavailable):
            question()
        aws.faults.clear()
    with pytest.raises(NotFound):
        books.campaigns.campaign("c")
