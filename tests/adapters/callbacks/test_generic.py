"""What a gateway of one's own brings, and what it means."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import msgspec
import pytest

from tests.adapters.callbacks.signed import GENERIC, POSTED, SECRET, Posted, by_gateway, sample
from twofold.adapters.standard_webhooks import read_secret_text
from twofold.contracts.errors import InvalidRequest, NotJson, Untrusted
from twofold.contracts.payloads.callbacks import TextStatus
from twofold.messages.receipts import model
from twofold.messages.receipts.model import Receipt
from twofold.messages.replies.model import InboundText

NEWER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDuxGd1y2LFcw="


def posted(name: str, **data: Any) -> Posted:
    """The sample with these data, signed anew; None leaves one out."""
    told = msgspec.json.decode(sample(name).raw)
    told["data"] = {key: value for key, value in {**told["data"], **data}.items() if value is not None}
    return by_gateway(Posted(sample(name).target, {}, msgspec.json.encode(told)))


def inbound(**data: Any) -> InboundText:
    told = posted("sms_inbound", **data)
    return GENERIC.inbound(told.target, told.headers, told.raw)


def receipt(**data: Any) -> Receipt:
    told = posted("sms_status", **data)
    return GENERIC.receipt(told.target, told.headers, told.raw)


def test_an_answer_is_read():
    told = sample("sms_inbound")
    assert GENERIC.inbound(told.target, told.headers, told.raw) == InboundText(
        provider="webhook",
        provider_id="in-88142",
        sender="+48601234567",
        recipient="+48732000111",
        body="STOP proszę",
        at=datetime(2026, 11, 22, 12, 4, 5, tzinfo=UTC),
        told="stop",
    )


def test_a_receipt_is_read():
    told = sample("sms_status")
    assert GENERIC.receipt(told.target, told.headers, told.raw) == Receipt(
        provider="webhook",
        provider_id="out-5521",
        state="failed",
        message_id="msg_5737939ad857839a6ab6ba0980",
        recipient="+48601234567",
        error="EC-27",
        fault="unreachable",
        price=43_100,
        parts=1,
    )


@pytest.mark.parametrize(("opt_out", "told"), [(True, "stop"), (False, None), (None, None)])
def test_only_a_stop_is_told_by_a_gateway(opt_out: bool | None, told: str | None):
    assert inbound(opt_out=opt_out).told == told


def test_the_words_of_the_contract_are_those_of_the_model():
    hints = {field.name: field.type for field in msgspec.structs.fields(TextStatus)}
    assert set(get_args(hints["status"])) == {model.ACCEPTED, model.DELIVERED, model.FAILED}
    faults = {word for kind in get_args(hints["fault"]) for word in get_args(kind)}
    assert faults == {model.OPTED_OUT, model.GONE, model.UNREACHABLE}


@pytest.mark.parametrize("status", ["accepted", "delivered"])
def test_a_text_that_did_not_fail_has_no_fault(status: str):
    told = receipt(status=status)
    assert (told.state, told.error, told.fault) == (status, None, None)


def test_a_failure_without_a_fault_is_held_against_nobody():
    assert receipt(fault=None).fault is None


def test_the_least_that_is_told_of_a_text():
    told = receipt(message_id=None, error=None, fault=None, price=None, parts=None, status="delivered")
    assert (told.message_id, told.recipient, told.price, told.parts) == (None, "+48601234567", None, None)


@pytest.mark.parametrize(
    ("dollars", "price"),
    [("0", 0), ("0.05", 50_000), ("1", 1_000_000), ("0.0000015", 2), ("0.0000014", 1), ("0.043150", 43_150)],
)
def test_a_price_is_in_millionths_of_a_dollar(dollars: str, price: int):
    assert receipt(price=dollars).price == price


@pytest.mark.parametrize(
    ("name", "data", "field"),
    [
        ("sms_inbound", {"from": None}, "data.from"),
        ("sms_inbound", {"from": ""}, "data.from"),
        ("sms_inbound", {"text": 7}, "data.text"),
        ("sms_inbound", {"id": "a b"}, "data.id"),
        ("sms_inbound", {"opt_out": "yes"}, "data.opt_out"),
        ("sms_inbound", {"more": 1}, "data.more"),
        ("sms_status", {"status": "sent"}, "data.status"),
        ("sms_status", {"fault": "blocked"}, "data.fault"),
        ("sms_status", {"price": "1e-3"}, "data.price"),
        ("sms_status", {"price": "-1"}, "data.price"),
        ("sms_status", {"price": "NaN"}, "data.price"),
        ("sms_status", {"price": 0.04}, "data.price"),
        ("sms_status", {"price": "12345"}, "data.price"),
        ("sms_status", {"parts": 0}, "data.parts"),
        ("sms_status", {"error": "the number +48601234567 is off"}, "data.error"),
    ],
)
def test_what_is_signed_and_does_not_fit_names_its_field(name: str, data: dict[str, Any], field: str):
    told = posted(name, **data)
    read = GENERIC.inbound if name == "sms_inbound" else GENERIC.receipt
    with pytest.raises(InvalidRequest) as raised:
        read(told.target, told.headers, told.raw)
    assert raised.value.field == field


@pytest.mark.parametrize("moment", ["2026-11-22T12:04:05", "yesterday", 1795349047])
def test_a_moment_names_its_zone(moment: object):
    body = msgspec.json.decode(sample("sms_inbound").raw) | {"timestamp": moment}
    told = by_gateway(Posted("/", {}, msgspec.json.encode(body)))
    with pytest.raises(InvalidRequest) as raised:
        GENERIC.inbound(told.target, told.headers, told.raw)
    assert raised.value.field == "timestamp"


def test_a_receipt_is_no_answer():
    told = sample("sms_status")
    with pytest.raises(InvalidRequest):
        GENERIC.inbound(told.target, told.headers, told.raw)


def test_what_is_signed_and_not_json_is_told_so():
    told = by_gateway(Posted("/", {}, b"hello"))
    with pytest.raises(NotJson):
        GENERIC.inbound(told.target, told.headers, told.raw)


@pytest.mark.parametrize(("seconds", "fresh"), [(300, True), (-300, True), (301, False), (-301, False)])
def test_a_callback_is_fresh_for_five_minutes(seconds: int, fresh: bool):
    told = by_gateway(sample("sms_inbound"), at=POSTED + timedelta(seconds=seconds))
    if fresh:
        assert GENERIC.inbound(told.target, told.headers, told.raw)
    else:
        with pytest.raises(Untrusted):
            GENERIC.inbound(told.target, told.headers, told.raw)


def test_while_a_secret_is_rotated_either_may_have_signed():
    both = replace(GENERIC, secrets=read_secret_text(f"{NEWER} {SECRET}"))
    for secret in (SECRET, NEWER):
        told = by_gateway(sample("sms_inbound"), secret=secret)
        assert both.inbound(told.target, told.headers, told.raw)
    old, new = (
        by_gateway(sample("sms_inbound"), secret=s).headers["webhook-signature"] for s in (SECRET, NEWER)
    )
    told = sample("sms_inbound")
    headers = by_gateway(told).headers | {"webhook-signature": f"{new} {old}"}
    assert GENERIC.inbound(told.target, headers, told.raw)


def test_what_nobody_of_ours_signed_is_refused():
    told = by_gateway(sample("sms_inbound"), secret=NEWER)
    for headers in (told.headers, {}, {**told.headers, "webhook-signature": "\ud800"}):
        with pytest.raises(Untrusted):
            GENERIC.inbound(told.target, headers, told.raw)
