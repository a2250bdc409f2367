"""The providers' own libraries and we are of one mind, but for what is not plainly a form, an address or a header.

Twilio's leaves it to a server how a form is read, and drops line breaks from addresses. Standard Webhooks' reads
timestamps and base64 loosely, and raises a ValueError for some of what it refuses.
"""

import base64
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from standardwebhooks import webhooks
from twilio.request_validator import RequestValidator

from tests.adapters.callbacks.forgeries import changed, same
from tests.adapters.callbacks.signed import (
    GENERIC,
    POSTED,
    READERS,
    SECRET,
    SITE,
    TOKEN,
    Posted,
    Reader,
    Values,
    another,
    by_twilio,
    sample,
)
from twofold.adapters.callbacks import twilio_signature
from twofold.adapters.callbacks.forms import read_pairs
from twofold.contracts.errors import InvalidRequest, Untrusted

ORIGINALS = 10
TWILIOS = ["twilio_inbound", "twilio_status"]
GENERICS = ["sms_inbound", "sms_status"]


@pytest.fixture
def standing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard Webhooks' library looks at the clock on the wall; here it stands."""

    class Standing(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return POSTED

    monkeypatch.setattr(webhooks, "datetime", Standing)


def ours(posted: Posted, reader: Reader) -> bool:
    try:
        posted.read_by(reader)
    except Untrusted:
        return False
    except InvalidRequest:
        return True
    return True


def twilios(posted: Posted) -> bool:
    target, signature = SITE + posted.target, posted.headers["x-twilio-signature"]
    try:
        return bool(RequestValidator(TOKEN).validate(target, Values(posted.pairs), signature))
    except ValueError:
        return False


def standards(posted: Posted) -> bool:
    try:
        webhooks.Webhook(SECRET).verify(posted.raw, posted.headers, json_parse=False)
    except (webhooks.WebhookVerificationError, ValueError):
        return False
    return True


def plain(posted: Posted) -> bool:
    """An address and a form that every reader reads alike."""
    address = SITE + posted.target
    if urlsplit(address).geturl() != address:
        return False
    try:
        return read_pairs(posted.raw) == tuple(posted.pairs)
    except Untrusted:
        return False


def same_to_a_loose_reader(original: Posted, forged: Posted) -> bool:
    """The number of seconds and the bytes of the signature are the same, however they are written."""
    mine, other = original.headers, forged.headers
    return (
        forged.raw == original.raw
        and other["webhook-id"] == mine["webhook-id"]
        and int(float(other["webhook-timestamp"])) == int(mine["webhook-timestamp"])
        and _bytes_of(mine["webhook-signature"]) in map(_bytes_of, other["webhook-signature"].split(" "))
    )


def _bytes_of(signature: str) -> bytes:
    version, _, text = signature.partition(",")
    return version.encode() + (base64.b64decode(text) if version == "v1" else b"")


@pytest.mark.parametrize("name", TWILIOS)
def test_twilios_library_and_we_agree_on_callbacks_and_on_forgeries(name: str):
    rng, compared = random.Random(name), 0
    for _ in range(ORIGINALS):
        original = another(name, rng)
        assert ours(original, READERS[name])
        assert twilios(original)
        for _, forged in rng.sample(list(changed(original, rng)), 100):
            compared += 1
            agreed = ours(forged, READERS[name]) == twilios(forged)
            assert agreed or not plain(forged)
    assert compared == 100 * ORIGINALS


@pytest.mark.parametrize("name", GENERICS)
@pytest.mark.usefixtures("standing")
def test_standard_webhooks_library_and_we_agree_on_callbacks_and_on_forgeries(name: str):
    rng, compared = random.Random(name), 0
    for _ in range(ORIGINALS):
        original = another(name, rng)
        assert ours(original, READERS[name])
        assert standards(original)
        for _, forged in rng.sample(list(changed(original, rng)), 100):
            compared += 1
            agreed = ours(forged, READERS[name]) == standards(forged)
            assert agreed or (standards(forged) and same_to_a_loose_reader(original, forged))
    assert compared == 100 * ORIGINALS


@pytest.mark.parametrize("name", TWILIOS)
def test_twilios_library_holds_the_samples_for_its_own(name: str):
    assert twilios(sample(name))
    assert ours(sample(name), READERS[name])


@pytest.mark.parametrize("name", GENERICS)
@pytest.mark.usefixtures("standing")
def test_standard_webhooks_library_holds_the_samples_for_its_own(name: str):
    assert standards(sample(name))
    assert ours(sample(name), READERS[name])


def test_the_vector_of_twilios_documentation_holds():
    raw = b"CallSid=CA1234567890ABCDE&Caller=%2B12349013030&Digits=1234&From=%2B12349013030&To=%2B18005551212"
    vector = Posted("/myapp.php?foo=1&bar=2", {"x-twilio-signature": "0/KCTR6DLpKmkAf8muzZqo1nDgQ="}, raw)
    for site in ("https://mycompany.com", "https://mycompany.com:443"):
        assert twilio_signature.form(
            TOKEN.encode(), site, vector.target, raw, vector.headers["x-twilio-signature"]
        ) == tuple(vector.pairs)
    assert by_twilio(vector, site="https://mycompany.com") == vector


def test_the_vector_of_twilios_library_for_json_holds():
    """From the tests of twilio-python."""
    sha = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"
    target = f"/myapp.php?foo=1&bar=2&bodySHA256={sha}"
    raw, signature = b'{"property": "value", "boolean": true}', "a9nBmqA0ju/hNViExpshrM61xv4="
    validator, site = RequestValidator(TOKEN), "https://mycompany.com"
    assert validator.validate(site + target, raw.decode(), signature)
    assert twilio_signature.body(TOKEN.encode(), site, target, raw, signature) == raw
    for other in (raw + b" ", raw.replace(b"true", b"false"), b""):
        assert not validator.validate(site + target, other.decode(), signature)
        with pytest.raises(Untrusted):
            twilio_signature.body(TOKEN.encode(), site, target, other, signature)


def test_the_vector_of_standard_webhooks_holds(monkeypatch: pytest.MonkeyPatch):
    signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    headers = {"webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330"}
    vector = Posted("/", {**headers, "webhook-signature": signature}, b'{"test": 2432232314}')
    then = replace(GENERIC, clock=lambda: datetime.fromtimestamp(1614265330, UTC))
    assert ours(vector, then.inbound)
    assert not ours(vector, replace(then, clock=lambda: then.clock() + timedelta(seconds=301)).inbound)


def test_respellings_are_told_from_forgeries():
    original = sample("twilio_inbound")
    assert same(original, replace(original, raw=original.raw.replace(b"%2B", b"%2b")))
    assert not same(original, replace(original, raw=original.raw.replace(b"Stop", b"Stpp")))
