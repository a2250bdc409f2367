"""Signatures by Standard Webhooks: what holds, and what never does."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twofold.adapters.standard_webhooks import read_secret_text, sign, verify
from twofold.contracts.errors import Unavailable, Untrusted

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
ID = "msg_p5jXN8AQM9LWM0D4loKWxJek"
AT = datetime.fromtimestamp(1614265330, UTC)
BODY = b'{"test": 2432232314}'
SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
KEYS = read_secret_text(SECRET)
OTHER = b"another secret of some length"


def headers(**changed: str) -> dict[str, str]:
    told = {"webhook-id": ID, "webhook-timestamp": "1614265330", "webhook-signature": SIGNATURE}
    return {**told, **{name.replace("_", "-"): value for name, value in changed.items()}}


def test_the_published_example_holds():
    assert sign(KEYS[0], ID, AT, BODY) == SIGNATURE
    verify(KEYS, headers(), BODY, AT)


def test_while_a_secret_rotates_each_signs_and_either_will_do():
    both = sign((OTHER, *KEYS), ID, AT, BODY)
    assert both.split(" ")[1] == SIGNATURE
    verify(KEYS, headers(webhook_signature=both), BODY, AT)
    verify([OTHER, *KEYS], headers(), BODY, AT)


def test_headers_are_known_in_any_case():
    verify(KEYS, {name.title(): value for name, value in headers().items()}, BODY, AT)


def test_signatures_of_other_schemes_are_passed_over():
    verify(KEYS, headers(webhook_signature=f"v1a,AAAA {SIGNATURE} v2,BBBB"), BODY, AT)


@pytest.mark.parametrize("early", [timedelta(minutes=5), timedelta(minutes=-5)])
def test_five_minutes_either_way_are_fresh_and_a_second_more_is_not(early: timedelta):
    verify(KEYS, headers(), BODY, AT + early)
    with pytest.raises(Untrusted):
        verify(KEYS, headers(), BODY, AT + early * (301 / 300))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("webhook_id", ""),
        ("webhook_id", "msg_other"),
        ("webhook_id", f"{ID}.1614265330"),
        ("webhook_id", f"{ID}\n"),
        ("webhook_id", "\ud800"),
        ("webhook_id", "m" * 257),
        ("webhook_timestamp", ""),
        ("webhook_timestamp", "soon"),
        ("webhook_timestamp", "1614265331"),
        ("webhook_timestamp", " 1614265330"),
        ("webhook_timestamp", "١٦١٤٢٦٥٣٣٠"),
        ("webhook_timestamp", "-1614265330"),
        ("webhook_timestamp", "9" * 5000),
        ("webhook_signature", ""),
        ("webhook_signature", "v1,"),
        ("webhook_signature", "v1"),
        ("webhook_signature", SIGNATURE.removeprefix("v1,")),
        ("webhook_signature", SIGNATURE.replace("v1,", "v2,")),
        ("webhook_signature", SIGNATURE[:-2] + "=="),
        ("webhook_signature", "v1,żółw"),
        ("webhook_signature", "v1,\ud800"),
    ],
)
def test_whatever_is_wrong_with_a_header_is_untrusted(name: str, value: str):
    with pytest.raises(Untrusted):
        verify(KEYS, headers(**{name: value}), BODY, AT)


@pytest.mark.parametrize("name", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_a_header_that_is_not_there_is_untrusted(name: str):
    with pytest.raises(Untrusted):
        verify(KEYS, {n: v for n, v in headers().items() if n != name}, BODY, AT)


def test_another_body_or_secret_or_none_is_untrusted():
    for keys, body in ((KEYS, BODY + b" "), ((OTHER,), BODY), ((), BODY)):
        with pytest.raises(Untrusted):
            verify(keys, headers(), body, AT)


def test_what_was_signed_cannot_be_cut_in_another_way():
    signed = sign(KEYS, ID, AT, b"1614265330.{}")
    moved = headers(webhook_id=f"{ID}.1614265330", webhook_signature=signed)
    with pytest.raises(Untrusted):
        verify(KEYS, moved, b"{}", AT)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(list(headers())), st.text(max_size=40)), st.binary(max_size=40))
def test_no_input_whatever_makes_it_fail_in_another_way(changed: dict[str, str], body: bytes):
    with pytest.raises(Untrusted):
        verify(KEYS, {**headers(), **changed}, body + b"!", AT)


def test_a_secret_is_read_in_either_form_and_several_at_once():
    raw = "a-raw-secret-made-by-a-machine"
    assert read_secret_text(f" {SECRET}  {raw}\n") == (KEYS[0], raw.encode())
    assert len(KEYS[0]) == 24


@pytest.mark.parametrize(
    "text", ["", "  ", "short", "whsec_", "whsec_c2hvcnQ=", f"{SECRET} short", "whsec_!!!secret"]
)
def test_a_secret_that_would_not_be_one_is_refused_without_showing_it(text: str):
    with pytest.raises(Unavailable) as raised:
        read_secret_text(text)
    assert not any(word in raised.value.detail for word in ("short", "!!!", "c2hvcnQ"))
