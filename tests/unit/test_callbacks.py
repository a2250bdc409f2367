"""Callbacks, from the event that Lambda gets to the desk where they are taken in."""

import gzip
import io
import json
import logging
import random
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.adapters.callbacks.forgeries import changed, same
from tests.adapters.callbacks.signed import READERS, Posted, by_gateway, sample
from tests.fakes import sample_events
from tests.unit.callback_desk import Function, request, started
from twofold.contracts.errors import NotFound, Unavailable
from twofold.contracts.routes.route import KEYED_LIMIT
from twofold.entrypoints.observability import logger

NUMBER = "601234567"
INBOUND = ("twilio_inbound", "sms_inbound")
ELSEWHERE = ("shopify_", "woocommerce_", "hubspot_")
"""Who brings orders, or changes in a CRM, to other functions."""


@pytest.fixture
def function(monkeypatch: pytest.MonkeyPatch) -> Function:
    return started(monkeypatch)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    (handler,) = logger.handlers
    assert isinstance(handler, logging.StreamHandler)
    written = io.StringIO()
    before = handler.setStream(written)
    yield written
    handler.setStream(before)


def logged(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


class TestPosted:
    @pytest.mark.parametrize("name", READERS)
    def test_a_sample_reaches_its_desk(self, function: Function, name: str):
        told = function(sample_events.read(f"callbacks/{name}"))
        assert told["statusCode"] == (200 if name == "twilio_inbound" else 204)
        assert told["headers"]["Cache-Control"] == "no-store"
        desk, other = function.received, function.settled
        if name not in INBOUND:
            desk, other = other, desk
        assert (desk.taken, other.taken) == ([sample(name).read_by(READERS[name])], [])

    def test_twilio_is_told_to_say_nothing(self, function: Function):
        told = function(sample_events.read("callbacks/twilio_inbound"))
        assert told["headers"]["Content-Type"] == "text/xml"
        answer = ElementTree.fromstring(told["body"])
        assert (answer.tag, len(answer), answer.text) == ("Response", 0, None)

    @pytest.mark.parametrize("name", sorted(set(READERS) - {"twilio_inbound"}))
    def test_nobody_else_is_told_anything(self, function: Function, name: str):
        assert not function(sample_events.read(f"callbacks/{name}"))["body"]

    @pytest.mark.parametrize("name", READERS)
    def test_a_forgery_is_401_and_reaches_no_desk(self, function: Function, name: str):
        original = sample(name)
        forged = [
            posted
            for place, posted in changed(original, random.Random(1))
            if not place.startswith("path") and not same(original, posted)
        ]
        for posted in random.Random(2).sample(forged, 200):
            told = function(request(name, posted))
            assert (told["statusCode"], json.loads(told["body"])["code"]) == (401, "untrusted")
        assert function.untouched

    @pytest.mark.parametrize("name", READERS)
    def test_what_was_signed_for_one_address_is_not_taken_at_another(self, function: Function, name: str):
        other = {"inbound": "status", "status": "inbound"}[name.rpartition("_")[2]]
        path = sample(name).target.partition("?")[0].rpartition("/")[0]
        told = function(request(name, replace(sample(name), target=f"{path}/{other}")))
        assert told["statusCode"] in (401, 422)
        assert function.untouched

    @pytest.mark.parametrize("name", READERS)
    def test_without_a_signature_nothing_is_taken(self, function: Function, name: str):
        event = sample_events.read(f"callbacks/{name}")
        event["headers"] = {"content-type": event["headers"]["content-type"]}
        assert function(event)["statusCode"] == 401
        assert function.untouched

    @pytest.mark.parametrize(("missing", "answering"), [("twilio", "sms"), ("generic", "twilio")])
    def test_a_provider_that_is_not_set_up_has_no_address(
        self, monkeypatch: pytest.MonkeyPatch, missing: str, answering: str
    ):
        function = started(monkeypatch, **{missing: None})
        for name in READERS:
            told = function(sample_events.read(f"callbacks/{name}"))
            assert (told["statusCode"] == 404) == (not name.startswith(answering))

    @pytest.mark.parametrize("name", READERS)
    def test_a_megabyte_is_the_most(self, function: Function, name: str):
        over = replace(sample(name), raw=b"x" * (KEYED_LIMIT + 1))
        assert function(request(name, over))["statusCode"] == 413
        fits = replace(sample(name), raw=b"x" * KEYED_LIMIT)
        assert function(request(name, fits))["statusCode"] == 401

    @pytest.mark.parametrize(("raw", "status"), [(b"{", 400), (b"{}", 422), (b'{"type": 1, "type": 1}', 422)])
    def test_what_is_signed_and_cannot_be_read_is_told_so(self, function: Function, raw: bytes, status: int):
        posted = by_gateway(Posted("/callbacks/sms/inbound", {}, raw))
        assert function(request("sms_inbound", posted))["statusCode"] == status
        assert function.untouched

    @pytest.mark.parametrize("name", READERS)
    @pytest.mark.parametrize(
        ("failure", "status"), [(Unavailable("No."), 503), (NotFound("No."), 404), (ZeroDivisionError(), 500)]
    )
    def test_what_went_wrong_at_the_desk_is_told(
        self, function: Function, name: str, failure: Exception, status: int
    ):
        desk = function.received if name in INBOUND else function.settled
        desk.failures.append(failure)
        assert function(sample_events.read(f"callbacks/{name}"))["statusCode"] == status


def answers(count: int) -> dict[str, Any]:
    """A batch of SNS: answers with the ids 0, 1, 2, …"""
    (record,) = sample_events.read("callbacks/sns_answer")["Records"]
    records = []
    for number in range(count):
        said = json.loads(record["Sns"]["Message"]) | {"inboundMessageId": str(number)}
        records.append(record | {"Sns": record["Sns"] | {"Message": json.dumps(said)}})
    return {"Records": records}


def lines(*messages: str) -> dict[str, Any]:
    batch = {"messageType": "DATA_MESSAGE", "logEvents": [{"message": message} for message in messages]}
    return {"awslogs": {"data": b64encode(gzip.compress(json.dumps(batch).encode())).decode()}}


def receipt_line(number: int) -> str:
    return json.dumps(
        {
            "notification": {"messageId": str(number)},
            "delivery": {"destination": f"+48{NUMBER}"},
            "status": "SUCCESS",
        }
    )


class TestDelivered:
    def test_an_answer_by_sns_is_received(self, function: Function):
        function(sample_events.read("callbacks/sns_answer"))
        assert [said.provider for said in function.received.taken] == ["aws"]
        assert not function.settled.taken

    @pytest.mark.parametrize(("name", "provider"), [("eventbridge_receipt", "aws"), ("logs_receipts", "sns")])
    def test_a_receipt_by_eventbridge_or_by_logs_is_settled(
        self, function: Function, name: str, provider: str
    ):
        function(sample_events.read(f"callbacks/{name}"))
        assert [said.provider for said in function.settled.taken] == [provider]
        assert not function.received.taken

    def test_all_of_a_batch_are_taken_in_their_order(self, function: Function):
        function(answers(5))
        assert [said.provider_id for said in function.received.taken] == list("01234")

    @pytest.mark.parametrize(
        "spoilt",
        [{}, {"Sns": {}}, {"Sns": {"TopicArn": "arn:aws:sns:x:1:other"}}, {"Sns": {"Message": "hello"}}],
        ids=["nothing", "no message", "another topic", "no answer"],
    )
    def test_a_record_that_cannot_be_taken_is_dropped_and_the_others_are_not(
        self, function: Function, log: io.StringIO, spoilt: dict[str, Any]
    ):
        event = answers(3)
        event["Records"][1] = {
            **event["Records"][1],
            "Sns": event["Records"][1]["Sns"] | spoilt.get("Sns", {}),
        }
        if not spoilt.get("Sns"):
            event["Records"][1] = spoilt
        function(event)
        assert [said.provider_id for said in function.received.taken] == ["0", "2"]
        assert [line["message"] for line in logged(log)] == ["taken in", "dropped", "taken in"]

    @pytest.mark.parametrize("failure", [Unavailable("Not now."), ZeroDivisionError()])
    def test_what_may_succeed_later_is_raised_when_all_were_tried(
        self, function: Function, failure: Exception
    ):
        function.received.failures.extend([failure, None, None])
        with pytest.raises(type(failure)):
            function(answers(3))
        assert [said.provider_id for said in function.received.taken] == ["0", "1", "2"]

    def test_two_failures_are_raised_as_one_and_block_nobody(self, function: Function):
        function.settled.failures.extend([None, Unavailable("a"), Unavailable("b"), None])
        with pytest.raises(Unavailable):
            function(lines(*map(receipt_line, range(4))))
        assert [said.provider_id for said in function.settled.taken] == list("0123")

    def test_what_cannot_succeed_at_the_desk_is_done_with(self, function: Function, log: io.StringIO):
        function.settled.failures.append(NotFound("No such campaign.", code="campaign_not_found"))
        function(lines(receipt_line(0), "hello", receipt_line(2)))
        assert [said.provider_id for said in function.settled.taken] == ["0", "2"]
        assert [line.get("code") for line in logged(log)] == ["campaign_not_found", "invalid_request", None]

    def test_logs_that_cannot_be_unpacked_are_dropped(self, function: Function, log: io.StringIO):
        function({"awslogs": {"data": "?"}})
        assert function.untouched
        assert [(line["message"], line["field"]) for line in logged(log)] == [("dropped", "awslogs.data")]

    def test_an_event_of_another_kind_of_text_is_dropped(self, function: Function, log: io.StringIO):
        event = sample_events.read("callbacks/eventbridge_receipt")
        event["detail"]["eventType"] = "VOICE_COMPLETED"
        function(event)
        assert function.untouched
        assert [line["message"] for line in logged(log)] == ["dropped"]


@pytest.mark.parametrize("name", [n for n in sample_events.names("callbacks") if not n.startswith(ELSEWHERE)])
def test_one_line_tells_how_it_ended_without_a_number_or_a_word(
    function: Function, log: io.StringIO, name: str
):
    function(sample_events.read(f"callbacks/{name}"))
    ((said),) = function.received.taken + function.settled.taken
    (line,) = logged(log)
    assert (line["message"], line["outcome"]) == ("taken in", "noted")
    assert (line["provider"], line["provider_id"]) == (said.provider, said.provider_id)
    for secret in (NUMBER, "Stop", "STOP", "prosz", "+12125550101"):
        assert secret not in log.getvalue()
