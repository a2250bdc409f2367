"""HubSpot's signatures: what was signed, by whom, and when."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes import sample_events
from twofold.adapters.hubspot_signature import SIGNATURE, TIMESTAMP, HubSpotSignature, read_secrets
from twofold.contracts.errors import Untrusted

SECRET = b"sample-hubspot-client-secret"
SENT = datetime(2026, 11, 22, 12, 4, 7, tzinfo=UTC)
SAMPLE = sample_events.read("callbacks/hubspot_changes")
HEADERS, RAW = SAMPLE["headers"], SAMPLE["body"].encode()


def insist(
    *secrets: bytes, after: timedelta = timedelta(0), url: str = "https://twofold.example/callbacks/hubspot"
):
    return HubSpotSignature(secrets=lambda: secrets or (SECRET,), url=url, clock=lambda: SENT + after)


def test_the_sample_holds_also_while_the_secret_is_changed():
    insist()(HEADERS, RAW)
    insist(b"another", SECRET)(HEADERS, RAW)


@pytest.mark.parametrize("after", [timedelta(minutes=-5), timedelta(minutes=5)])
def test_five_minutes_are_not_too_old(after: timedelta):
    insist(after=after)(HEADERS, RAW)


@pytest.mark.parametrize(
    ("check", "headers", "raw"),
    [
        (insist(), HEADERS, RAW + b" "),
        (insist(), HEADERS | {TIMESTAMP: "1795349047001"}, RAW),
        (insist(), HEADERS | {TIMESTAMP: "soon"}, RAW),
        (insist(), HEADERS | {TIMESTAMP: "9" * 400}, RAW),
        (insist(), HEADERS | {TIMESTAMP: "١٧٩٥٣٤٩٠٤٧٠٠٠"}, RAW),
        (insist(), HEADERS | {SIGNATURE: HEADERS[SIGNATURE].swapcase()}, RAW),
        (insist(), HEADERS | {SIGNATURE: ""}, RAW),
        (insist(), HEADERS | {SIGNATURE: "\udcff"}, RAW),
        (insist(), {}, RAW),
        (insist(b"another"), HEADERS, RAW),
        (insist(b""), HEADERS, RAW),
        (insist(url="https://other.example/callbacks/hubspot"), HEADERS, RAW),
        (insist(after=timedelta(minutes=5, seconds=1)), HEADERS, RAW),
        (insist(after=timedelta(minutes=-5, seconds=-1)), HEADERS, RAW),
    ],
)
def test_anything_else_is_refused(check: HubSpotSignature, headers: dict[str, str], raw: bytes):
    with pytest.raises(Untrusted):
        check(headers, raw)


def test_a_secret_stands_on_a_line_of_its_own():
    assert read_secrets("one\n\n two \n") == (b"one", b"two")
