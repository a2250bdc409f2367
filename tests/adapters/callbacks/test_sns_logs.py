"""What SNS writes into its logs, and what it means."""

import gzip
import json
import zlib
from base64 import b64decode, b64encode
from typing import Any

import pytest

from tests.fakes import sample_events
from twofold.adapters.callbacks import sns_logs
from twofold.contracts.errors import InvalidRequest
from twofold.messages.receipts.model import Receipt

PLAIN = b'{"messageType":"DATA_MESSAGE","logEvents":[]}'
(LINE,) = sns_logs.lines(sample_events.read("callbacks/logs_receipts"))


def packed(plain: bytes, left: slice = slice(None)) -> dict[str, Any]:
    return {"awslogs": {"data": b64encode(gzip.compress(plain)[left]).decode()}}


def batch(*messages: str, kind: str = "DATA_MESSAGE") -> dict[str, Any]:
    events = [{"id": "1", "timestamp": 1, "message": message} for message in messages]
    return packed(json.dumps({"messageType": kind, "logEvents": events}).encode())


def line(status: str = "FAILURE", **delivery: Any) -> Receipt:
    told = json.loads(LINE)
    changed = {key: value for key, value in {**told["delivery"], **delivery}.items() if value is not None}
    return sns_logs.receipt(json.dumps({**told, "delivery": changed, "status": status}))


def test_a_receipt_is_read():
    assert sns_logs.receipt(LINE) == Receipt(
        provider="sns",
        provider_id="1077257a-92f3-5ca3-bc97-6a915b310625",
        state="failed",
        recipient="+48601234567",
        error="phone_unreachable",
        fault="unreachable",
        price=36_450,
        parts=1,
    )


def test_a_text_that_arrived_has_no_fault():
    told = line("SUCCESS", providerResponse="Message has been accepted by phone carrier")
    assert (told.state, told.error, told.fault) == ("delivered", None, None)


@pytest.mark.parametrize(
    ("said", "error", "fault"),
    [
        ("Phone number is opted out", "opted_out", "opted_out"),
        ("Invalid phone number", "invalid_number", "gone"),
        ("Phone carrier is currently unreachable/unavailable", "carrier_unreachable", "unreachable"),
        ("Blocked as spam by phone carrier", "blocked_as_spam", None),
        ("This delivery would exceed max price", "over_max_price", None),
        ("Something about +48601234567", "other", "unreachable"),
        (None, "other", "unreachable"),
    ],
)
def test_the_prose_of_sns_means_something_for_the_number_or_nothing(
    said: str | None, error: str, fault: str | None
):
    told = line(providerResponse=said)
    assert (told.error, told.fault) == (error, fault)


def test_what_is_not_told_is_not_known():
    told = line(priceInUSD=None, numberOfMessageParts=None)
    assert (told.price, told.parts) == (None, None)


@pytest.mark.parametrize(
    "text", ["", "hello", "{}", "[]", '{"status": "SUCCESS"}', LINE.replace("FAILURE", "MAYBE")]
)
def test_a_line_of_anything_else_is_told_so(text: str):
    with pytest.raises(InvalidRequest):
        sns_logs.receipt(text)


def test_a_batch_may_hold_many_lines_and_none():
    assert sns_logs.lines(batch("a", "b")) == ["a", "b"]
    assert sns_logs.lines(batch()) == []


def test_what_only_tries_the_way_brings_nothing():
    assert sns_logs.lines(batch("CWL CONTROL MESSAGE: Checking health", kind="CONTROL_MESSAGE")) == []


@pytest.mark.parametrize(
    "event",
    [
        {"awslogs": None},
        {"awslogs": {}},
        {"awslogs": {"data": None}},
        {"awslogs": {"data": ""}},
        {"awslogs": {"data": "?"}},
        {"awslogs": {"data": b64encode(b"plain").decode()}},
        {"awslogs": {"data": b64encode(zlib.compress(b"{}")).decode()}},
        packed(PLAIN, left=slice(-1)),
        packed(b"{"),
        packed(b"[]"),
        packed(b"\xff"),
    ],
    ids=range(11),
)
def test_a_batch_that_cannot_be_read_is_told_so(event: dict[str, Any]):
    with pytest.raises(InvalidRequest):
        sns_logs.lines(event)


def test_a_batch_that_would_fill_the_memory_is_left_packed():
    fits, bomb = (packed(PLAIN.ljust(size)) for size in (sns_logs.LARGEST, sns_logs.LARGEST + 1))
    assert sns_logs.lines(fits) == []
    assert len(b64decode(bomb["awslogs"]["data"])) < 20_000
    with pytest.raises(InvalidRequest):
        sns_logs.lines(bomb)
