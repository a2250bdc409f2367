"""What AWS brings, and what it means."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.fakes import sample_events
from twofold.adapters.callbacks.aws import AwsCallbacks
from twofold.contracts.errors import InvalidRequest, Untrusted
from twofold.messages.receipts.model import Receipt
from twofold.messages.replies.model import InboundText

TOPIC = "arn:aws:sns:eu-central-1:111122223333:Twofold-CallbacksAnswers"
AWS = AwsCallbacks(topics=(TOPIC,))


def record(**message: Any) -> dict[str, Any]:
    found: dict[str, Any] = sample_events.read("callbacks/sns_answer")["Records"][0]
    found["Sns"]["Message"] = json.dumps({**json.loads(found["Sns"]["Message"]), **message})
    return found


def update(**detail: Any) -> Receipt:
    event = sample_events.read("callbacks/eventbridge_receipt")
    changed = {**event["detail"], **detail}
    return AWS.receipt(
        {**event, "detail": {key: value for key, value in changed.items() if value is not None}}
    )


def test_an_answer_is_read():
    assert AWS.inbound(sample_events.read("callbacks/sns_answer")["Records"][0]) == InboundText(
        provider="aws",
        provider_id="cae173d2-66b9-564c-8309-21f858e9fb84",
        sender="+48601234567",
        recipient="+12125550101",
        body="Stop",
        at=datetime(2026, 11, 22, 12, 4, 7, 312_000, tzinfo=UTC),
        told="stop",
    )


@pytest.mark.parametrize(
    ("keyword", "told"), [("HELP", "help"), ("stop", "stop"), ("KEYWORD_111122223333", None)]
)
def test_what_aws_took_it_for_is_handed_on(keyword: str, told: str | None):
    assert AWS.inbound(record(messageKeyword=keyword)).told == told


@pytest.mark.parametrize("topic", ["", TOPIC + "2", TOPIC[:-1], TOPIC.lower()])
def test_a_topic_that_is_none_of_ours_is_not_believed(topic: str):
    foreign = record()
    foreign["Sns"]["TopicArn"] = topic
    with pytest.raises(Untrusted):
        AWS.inbound(foreign)


def test_without_a_topic_of_ours_none_is_believed():
    with pytest.raises(Untrusted):
        AwsCallbacks(topics=()).inbound(record())


@pytest.mark.parametrize(
    "message", ["", "hello", "[]", '{"AlarmName": "x"}', '{"originationNumber": 1}', '"\\ud800"']
)
def test_what_is_no_answer_is_told_so(message: str):
    other = record()
    other["Sns"]["Message"] = message
    with pytest.raises(InvalidRequest):
        AWS.inbound(other)


@pytest.mark.parametrize("other", [{}, {"Sns": None}, {"eventSource": "aws:sqs", "body": "{}"}])
def test_a_record_of_anything_else_is_told_so(other: dict[str, Any]):
    with pytest.raises(InvalidRequest):
        AWS.inbound(other)


def test_a_receipt_is_read():
    assert AWS.receipt(sample_events.read("callbacks/eventbridge_receipt")) == Receipt(
        provider="aws",
        provider_id="862a8790-60c0-4430-9b2b-658bd0a1b2c3",
        state="delivered",
        message_id="msg_5737939ad857839a6ab6ba0980",
        recipient="+48601234567",
        price=38_810,
        parts=1,
    )


@pytest.mark.parametrize(
    ("kind", "final", "state", "fault"),
    [
        ("TEXT_QUEUED", False, "accepted", None),
        ("TEXT_PENDING", False, "accepted", None),
        ("TEXT_SENT", False, "accepted", None),
        ("TEXT_SUCCESSFUL", False, "accepted", None),
        ("TEXT_SUCCESSFUL", True, "delivered", None),
        ("TEXT_DELIVERED", True, "delivered", None),
        ("TEXT_DELIVERED", False, "delivered", None),
        ("TEXT_INVALID", True, "failed", "gone"),
        ("TEXT_CARRIER_UNREACHABLE", False, "accepted", None),
        ("TEXT_CARRIER_UNREACHABLE", True, "failed", "unreachable"),
        ("TEXT_UNREACHABLE", True, "failed", "unreachable"),
        ("TEXT_BLOCKED", True, "failed", "unreachable"),
        ("TEXT_TTL_EXPIRED", True, "failed", "unreachable"),
        ("TEXT_UNKNOWN", True, "failed", "unreachable"),
        ("TEXT_INVALID_MESSAGE", True, "failed", None),
        ("TEXT_CARRIER_BLOCKED", True, "failed", None),
        ("TEXT_SPAM", True, "failed", None),
        ("TEXT_PROTECT_BLOCKED", True, "failed", None),
    ],
)
def test_an_event_is_one_of_three_states(kind: str, final: bool, state: str, fault: str | None):
    told = update(eventType=kind, isFinal=final)
    assert (told.state, told.fault) == (state, fault)
    assert told.error == (kind if state == "failed" else None)


def test_only_what_is_final_has_a_price():
    assert update(isFinal=False).price is None
    assert update(totalMessagePrice=None).price is None
    assert update(totalCarrierFee=None).price == 35_810


@pytest.mark.parametrize("price", [-0.01, 1e9])
def test_a_price_that_no_text_has_is_not_believed(price: float):
    with pytest.raises(InvalidRequest):
        update(totalMessagePrice=price)


@pytest.mark.parametrize("context", [None, {}, {"account": "bar"}])
def test_a_text_that_was_sent_without_our_id_is_known_by_its_number(context: dict[str, str] | None):
    told = update(context=context)
    assert (told.message_id, told.recipient) == (None, "+48601234567")


@pytest.mark.parametrize(
    "changes",
    [{"eventType": "MEDIA_DELIVERED"}, {"eventType": None}, {"messageId": None}, {"isFinal": "yes"}],
)
def test_what_is_no_receipt_of_a_text_is_told_so(changes: dict[str, Any]):
    with pytest.raises(InvalidRequest):
        update(**changes)


def test_an_event_without_a_detail_is_told_so():
    with pytest.raises(InvalidRequest):
        AWS.receipt({"source": "aws.sms-voice"})
