"""What Twilio brings, and what it means."""

import json
from dataclasses import replace
from hashlib import sha256
from urllib.parse import urlencode

import pytest
from twilio.request_validator import RequestValidator

from tests.adapters.callbacks.signed import POSTED, SITE, TOKEN, TWILIO, Posted, by_twilio, sample
from twofold.adapters.callbacks.twilio import TwilioCallbacks
from twofold.contracts.errors import InvalidRequest, NotJson, Unavailable, Untrusted
from twofold.messages.receipts.model import Receipt
from twofold.messages.replies.model import InboundText

MESSAGE = "msg_5737939ad857839a6ab6ba0980"


def posted(name: str, **changes: str | None) -> Posted:
    """The sample with these fields, signed anew."""
    like = sample(name)
    form = {field: value for field, value in {**dict(like.pairs), **changes}.items() if value is not None}
    return by_twilio(replace(like, raw=urlencode(form).encode()))


def inbound(**changes: str | None) -> InboundText:
    told = posted("twilio_inbound", **changes)
    return TWILIO.inbound(told.target, told.headers, told.raw)


def receipt(**changes: str | None) -> Receipt:
    told = posted("twilio_status", **changes)
    return TWILIO.receipt(told.target, told.headers, told.raw)


def test_an_answer_is_read():
    told = sample("twilio_inbound")
    assert TWILIO.inbound(told.target, told.headers, told.raw) == InboundText(
        provider="twilio",
        provider_id="SM0d2f5b1a9c3e47d68a0b1c2d3e4f5a6b",
        sender="+48601234567",
        recipient="+12125550101",
        body="Stop, proszę 🙏 & thanks = bye",
        at=POSTED,
        told="stop",
    )


def test_a_receipt_is_read():
    told = sample("twilio_status")
    assert TWILIO.receipt(told.target, told.headers, told.raw) == Receipt(
        provider="twilio",
        provider_id="SM9f8e7d6c5b4a39281706f5e4d3c2b1a0",
        state="failed",
        message_id=MESSAGE,
        recipient="+48601234567",
        error="30003",
        fault="unreachable",
    )


@pytest.mark.parametrize(
    ("said", "told"), [("STOP", "stop"), ("HELP", "help"), ("START", "start"), (None, None)]
)
def test_what_twilio_took_it_for_is_handed_on(said: str | None, told: str | None):
    assert inbound(OptOutType=said).told == told


def test_a_picture_without_words_is_an_answer():
    assert inbound(Body="", NumMedia="1", MediaUrl0="https://api.twilio.com/x?a=1&b=2").body == ""


@pytest.mark.parametrize("sender", ["+15005550006", "72345", "Bank", "whatsapp:+48601234567"])
def test_whoever_texts_is_named_as_twilio_names_them(sender: str):
    assert inbound(From=sender).sender == sender


@pytest.mark.parametrize(
    ("status", "state"),
    [
        *((status, "accepted") for status in ("accepted", "scheduled", "queued", "sending", "sent")),
        *((status, "delivered") for status in ("delivered", "read")),
        *((status, "failed") for status in ("undelivered", "failed", "canceled")),
    ],
)
def test_a_status_is_one_of_three_states(status: str, state: str):
    assert receipt(MessageStatus=status).state == state


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("21610", "opted_out"),
        ("21211", "gone"),
        ("21614", "gone"),
        ("30005", "gone"),
        ("30006", "gone"),
        ("30003", "unreachable"),
        ("30004", "unreachable"),
        ("30008", "unreachable"),
        ("39999", "unreachable"),
        ("30007", None),
        ("30034", None),
    ],
)
def test_an_error_means_something_for_the_number_or_nothing(code: str, fault: str | None):
    told = receipt(ErrorCode=code)
    assert (told.error, told.fault) == (code, fault)


@pytest.mark.parametrize(
    ("status", "error", "fault"),
    [
        ("undelivered", "undelivered", "unreachable"),
        ("canceled", "canceled", None),
        ("delivered", None, None),
    ],
)
def test_without_a_code_the_status_is_the_error(status: str, error: str | None, fault: str | None):
    for code in (None, ""):
        told = receipt(MessageStatus=status, ErrorCode=code)
        assert (told.error, told.fault) == (error, fault)


def test_a_receipt_of_a_text_sent_without_our_id_has_none():
    told = sample("twilio_status")
    bare = by_twilio(replace(told, target="/callbacks/twilio/status"))
    assert TWILIO.receipt(bare.target, bare.headers, bare.raw).message_id is None


@pytest.mark.parametrize(
    "query", ["message_id=msg_1", f"message_id={MESSAGE}0", f"message_id={MESSAGE}&message_id=x"]
)
def test_an_id_that_is_none_of_ours_is_refused(query: str):
    told = by_twilio(replace(sample("twilio_status"), target=f"/callbacks/twilio/status?{query}"))
    with pytest.raises(Untrusted):
        TWILIO.receipt(told.target, told.headers, told.raw)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"MessageSid": None}, "MessageSid"),
        ({"MessageSid": "SM1"}, "MessageSid"),
        ({"Body": None}, "Body"),
        ({"From": None}, "From"),
        ({"From": ""}, "From"),
        ({"From": "+48 601"}, "From"),
        ({"OptOutType": "MAYBE"}, "OptOutType"),
    ],
)
def test_what_twilio_signed_and_we_cannot_read_names_its_field(changes: dict[str, str | None], field: str):
    with pytest.raises(InvalidRequest) as raised:
        inbound(**changes)
    assert raised.value.field == field


@pytest.mark.parametrize("status", ["received", "DELIVERED", ""])
def test_a_status_that_no_text_has_is_not_guessed_at(status: str):
    with pytest.raises(InvalidRequest) as raised:
        receipt(MessageStatus=status)
    assert raised.value.field == "MessageStatus"


def test_new_fields_of_twilios_are_signed_and_left_alone():
    assert inbound(Brandnew="1", MediaUrl0="a") == inbound()


@pytest.mark.parametrize("name", ["From", "OptOutType", "MessageSid"])
def test_a_field_that_stands_twice_says_one_thing_or_nothing(name: str):
    told = sample("twilio_inbound")
    again = replace(told, raw=told.raw + b"&" + urlencode({name: dict(told.pairs)[name]}).encode())
    assert TWILIO.inbound(again.target, again.headers, again.raw) == inbound()
    other = by_twilio(replace(told, raw=told.raw + b"&" + urlencode({name: "+1"}).encode()))
    with pytest.raises(Untrusted):
        TWILIO.inbound(other.target, other.headers, other.raw)


def test_several_values_of_a_field_we_do_not_read_are_signed_as_twilios_library_signs_them():
    told = sample("twilio_inbound")
    several = by_twilio(replace(told, raw=told.raw + b"&MediaUrl=b&MediaUrl=a&MediaUrl=b"))
    assert TWILIO.inbound(several.target, several.headers, several.raw).told == "stop"


@pytest.mark.parametrize("signature", ["", "x", "ż", "\ud800", "=" * 10_000])
def test_a_header_that_is_no_signature_is_refused(signature: str):
    told = sample("twilio_inbound")
    with pytest.raises(Untrusted):
        TWILIO.inbound(told.target, {"x-twilio-signature": signature}, told.raw)
    with pytest.raises(Untrusted):
        TWILIO.inbound(told.target, {}, told.raw)


def test_what_another_account_signed_is_refused():
    told = by_twilio(sample("twilio_inbound"), token="another")
    with pytest.raises(Untrusted):
        TWILIO.inbound(told.target, told.headers, told.raw)


def test_without_a_token_of_ours_nobody_can_sign():
    told = by_twilio(sample("twilio_inbound"), token="")
    with pytest.raises(Unavailable):
        replace(TWILIO, token=b"").inbound(told.target, told.headers, told.raw)


@pytest.mark.parametrize("site", [SITE, f"{SITE}:443"])
def test_twilio_may_sign_the_address_with_its_port_or_without(site: str):
    told = by_twilio(sample("twilio_inbound"), site=site)
    assert TWILIO.inbound(told.target, told.headers, told.raw)


def test_a_site_on_a_port_of_its_own_is_signed_with_it_or_without():
    here = TwilioCallbacks(token=TOKEN.encode(), site="http://127.0.0.1:8080")
    for site in ("http://127.0.0.1:8080", "http://127.0.0.1"):
        told = by_twilio(sample("twilio_inbound"), site=site)
        assert here.inbound(told.target, told.headers, told.raw)
    told = by_twilio(sample("twilio_inbound"), site="http://127.0.0.1:80")
    with pytest.raises(Untrusted):
        here.inbound(told.target, told.headers, told.raw)


class TestJson:
    """A body that is no form is bound to the address by its hash."""

    def sent(self, raw: bytes, path: str = "/callbacks/twilio/inbound") -> Posted:
        target = f"{path}?bodySHA256={sha256(raw).hexdigest()}"
        signature = RequestValidator(TOKEN).compute_signature(SITE + target, {})
        return Posted(target, {"x-twilio-signature": signature}, raw)

    def test_it_says_what_the_form_says(self):
        told = self.sent(json.dumps(dict(sample("twilio_inbound").pairs)).encode())
        assert TWILIO.inbound(told.target, told.headers, told.raw) == inbound()

    def test_another_body_is_refused(self):
        told = self.sent(json.dumps(dict(sample("twilio_inbound").pairs)).encode())
        with pytest.raises(Untrusted):
            TWILIO.inbound(told.target, told.headers, told.raw + b" ")

    def test_another_hash_is_refused(self):
        told = self.sent(b"{}")
        for target in (
            told.target + "0",
            told.target[:-1],
            told.target.upper(),
            told.target + "&bodySHA256=0",
        ):
            with pytest.raises(Untrusted):
                TWILIO.inbound(target, told.headers, told.raw)

    @pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'{"Body": 1}', b"\xff"])
    def test_what_is_no_plain_json_is_told_so(self, raw: bytes):
        told = self.sent(raw)
        with pytest.raises(NotJson):
            TWILIO.inbound(told.target, told.headers, told.raw)
