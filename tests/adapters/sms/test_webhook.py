"""Texts by a gateway of one's own: what is asked, how it is signed, and what its answers mean."""

import json
import ssl
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.sms.certificate import self_signed
from tests.adapters.sms.conftest import Make
from tests.adapters.sms.texts import an_sms, failure
from tests.fakes.sms_provider import FakeProvider, serving
from tests.fakes.sms_wire import SECRET, WIRES, Request, Taken, Wire
from twofold.adapters.sms.answer import Answer
from twofold.adapters.sms.webhook import WebhookGateway, _judge
from twofold.adapters.standard_webhooks import read_secret_text, verify
from twofold.contracts.errors import OutcomeUnknown, TwofoldError, Unavailable
from twofold.contracts.settings import SettingMissing, WebhookSettings
from twofold.messages.ports import NumberRejected, RecipientOptedOut, SmsRejected

AT = datetime(2026, 11, 22, 9, 0, 0, 123_000, tzinfo=UTC)
STATUS = "https://twofold.example/callbacks/webhook/status"
INBOUND = "https://twofold.example/callbacks/webhook/inbound"


@pytest.fixture
def kept() -> list[Request]:
    return []


@pytest.fixture
def server(kept: list[Request]) -> Iterator[FakeProvider]:
    """Keeps requests as they came, and takes them all."""

    def read(request: Request) -> Taken:
        kept.append(request)
        return Taken("", "", {})

    with serving(Wire(read, WIRES["webhook"].answers)) as server:
        yield server


def made(url: str | None, secret: str = SECRET, **rest: Any) -> WebhookGateway:
    return WebhookGateway(
        WebhookSettings(url=url), secret=secret.encode, status_url=STATUS, clock=lambda: AT, **rest
    )


def answered(makes: dict[str, Make], status: int, headers: dict[str, str], body: str) -> TwofoldError:
    with serving(WIRES["webhook"].refusing((status, headers, body))) as server:
        server.mood = "refuse"
        return failure(makes["webhook"](server.url))


def test_all_that_is_known_of_a_text_is_told(server: FakeProvider, kept: list[Request]):
    made(f"{server.url}/texts?tenant=1", inbound_url=INBOUND, allow_loopback=True).send(an_sms())
    (request,) = kept
    assert request.path == "/texts?tenant=1"
    assert json.loads(request.body) == {
        "type": "sms.send",
        "timestamp": "2026-11-22T09:00:00.123Z",
        "data": {
            "message_id": "msg_0123456789",
            "to": "+48601234567",
            "text": "żółw 123456",
            "class": "verification",
            "max_price": "0.05000",
            "lifetime_s": 60,
            "status_url": STATUS,
            "inbound_url": INBOUND,
        },
    }


def test_the_price_is_that_of_one_part_however_many_there_are(server: FakeProvider, kept: list[Request]):
    made(server.url, allow_loopback=True).send(an_sms(text="a" * 500))
    data = json.loads(kept[0].body)["data"]
    assert data["max_price"] == "0.05000"
    assert "inbound_url" not in data


def test_it_is_signed_as_standard_webhooks_are_by_every_secret(server: FakeProvider, kept: list[Request]):
    old = "whsec_" + b64encode(b"the secret that was before it").decode()
    made(server.url, f"{SECRET} {old}", allow_loopback=True).send(an_sms())
    (request,) = kept
    assert request.headers["webhook-id"] == "msg_0123456789"
    assert request.headers["webhook-timestamp"] == str(int(AT.timestamp()))
    for secret in (SECRET, old):
        verify(read_secret_text(secret), request.headers, request.body, AT)


def test_a_secret_that_is_too_short_sends_nothing(server: FakeProvider, kept: list[Request]):
    assert type(failure(made(server.url, "short", allow_loopback=True))) is Unavailable
    assert kept == []


@pytest.mark.parametrize(
    ("status", "headers", "told", "meaning", "code"),
    [
        (422, {}, {"code": "invalid_number"}, NumberRejected, "invalid_number"),
        (422, {}, {"code": "too_dear"}, SmsRejected, "too_dear"),
        (403, {}, {"code": "country_not_served"}, SmsRejected, "country_not_served"),
        (400, {}, {"code": "any", "opted_out": True}, RecipientOptedOut, "opted_out_at_provider"),
        (400, {}, {"opted_out": True}, RecipientOptedOut, "opted_out_at_provider"),
        (400, {}, {"code": "any", "opted_out": False}, SmsRejected, "any"),
        (400, {}, {"code": "any", "opted_out": "yes"}, SmsRejected, "any"),
        (408, {}, {"code": "any"}, Unavailable, "unavailable"),
        (425, {}, {"code": "any"}, Unavailable, "unavailable"),
        (429, {}, {"code": "any"}, Unavailable, "unavailable"),
        (401, {}, {"code": "any"}, Unavailable, "unavailable"),
        (404, {}, {}, Unavailable, "unavailable"),
        (400, {}, {"code": "+48601234567 is not\nvalid"}, Unavailable, "unavailable"),
        (400, {}, {"code": 17}, Unavailable, "unavailable"),
        (503, {"Retry-After": "5"}, {}, Unavailable, "unavailable"),
        (503, {}, {"code": "any"}, OutcomeUnknown, "outcome_unknown"),
        (500, {"Retry-After": "5"}, {}, OutcomeUnknown, "outcome_unknown"),
        (200, {}, {"id": ""}, OutcomeUnknown, "outcome_unknown"),
        (200, {}, {"id": 17}, OutcomeUnknown, "outcome_unknown"),
        (200, {}, {"id": "a b"}, OutcomeUnknown, "outcome_unknown"),
        (200, {}, {"id": "i" * 129}, OutcomeUnknown, "outcome_unknown"),
        (204, {}, {}, OutcomeUnknown, "outcome_unknown"),
        (303, {"Location": "/"}, {}, OutcomeUnknown, "outcome_unknown"),
        (301, {"Location": "/"}, {}, Unavailable, "unavailable"),
    ],
)
def test_answers_mean_what_they_say(
    makes: dict[str, Make],
    status: int,
    headers: dict[str, str],
    told: dict[str, Any],
    meaning: type[Exception],
    code: str,
):
    error = answered(makes, status, headers, json.dumps(told) if told else "")
    assert (type(error), error.code) == (meaning, code)


def test_an_answer_is_read_only_so_far(makes: dict[str, Make]):
    whole = json.dumps({"id": "id-1", "more": "x" * 70_000})
    assert type(answered(makes, 200, {}, whole)) is OutcomeUnknown


def test_what_the_operator_can_put_right_is_named(makes: dict[str, Make]):
    for status in (401, 404):
        detail = answered(makes, status, {}, "").detail
        assert "TWOFOLD_WEBHOOK_URL" in detail
        assert "TWOFOLD_SECRET_WEBHOOK" in detail


def test_without_an_address_it_does_not_start():
    with pytest.raises(SettingMissing, match="TWOFOLD_WEBHOOK_URL"):
        made(None)


def test_an_address_on_this_machine_must_be_allowed():
    with pytest.raises(ValueError, match="TWOFOLD_WEBHOOK_URL"):
        made("http://127.0.0.1:8080/texts")


@settings(deadline=None)
@given(st.integers(300, 599), st.binary(max_size=60))
def test_whatever_is_answered_has_a_meaning(status: int, body: bytes):
    error = _judge(Answer(status, {}, body))
    assert isinstance(error, SmsRejected | Unavailable)
    assert status < 500 or type(error) is OutcomeUnknown


def test_a_gateway_takes_texts_over_tls(
    makes: dict[str, Make], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    side = self_signed(tmp_path)
    vouched = ssl.create_default_context(cafile=tmp_path / "server.pem")
    monkeypatch.setattr("twofold.adapters.sms.line.trusted", lambda: vouched)
    with serving(WIRES["webhook"], tls=side) as server:
        gateway = makes["webhook"](server.url.replace("http:", "https:"))
        assert gateway.send(an_sms()).provider_id == "id-1"
