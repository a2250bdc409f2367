"""No callback in which a byte was changed is believed; every one that was not touched is.

Semantically equal respellings are counted apart: see `forgeries.Audit`.
"""

import base64
import hmac
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import pytest

from tests.adapters.callbacks.forgeries import Audit, audit
from tests.adapters.callbacks.signed import READERS
from twofold.adapters.callbacks import twilio_signature

FORGERIES = 10_000
PARTS = {
    "twilio_inbound": {"path", "body", "x-twilio-signature"},
    "twilio_status": {"path", "query", "body", "x-twilio-signature"},
    "sms_inbound": {"webhook-id", "webhook-timestamp", "webhook-signature", "body"},
    "sms_status": {"webhook-id", "webhook-timestamp", "webhook-signature", "body"},
}


@pytest.mark.parametrize("name", READERS)
def test_of_ten_thousand_forgeries_none_is_believed_and_all_that_is_untouched_is(name: str):
    found = audit(name, FORGERIES)
    assert (found.taken, found.lost, found.misread) == ([], [], [])
    assert found.forged >= FORGERIES
    assert found.untouched >= FORGERIES / 10
    assert set(found.places) == PARTS[name]
    print(f"\n{name}: {found.forged} forged, {found.untouched} untouched, {found.respelled} respelled")


def _prefix(one: bytes, other: bytes) -> bool:
    return one[:20] == other[:20]


def _any_case(one: bytes, other: bytes) -> bool:
    return one.lower() == other.lower()


def _decoded(one: bytes, other: bytes) -> bool:
    try:
        told, meant = (base64.b64decode(text.rpartition(b",")[2]) for text in (one, other))
    except ValueError:
        return False
    return told == meant


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("compare", [_prefix, _any_case, _decoded], ids=["prefix", "any case", "decoded"])
def test_a_comparison_that_is_too_kind_is_caught(
    monkeypatch: pytest.MonkeyPatch, name: str, compare: Callable[[bytes, bytes], bool]
):
    monkeypatch.setattr(hmac, "compare_digest", compare)
    assert audit(name, 1).taken


@pytest.mark.parametrize("name", ["twilio_inbound", "twilio_status"])
def test_a_lenient_reader_of_forms_is_caught(monkeypatch: pytest.MonkeyPatch, name: str):
    def lenient(raw: bytes) -> Any:
        return tuple(parse_qsl(raw.decode("latin-1"), keep_blank_values=True))

    monkeypatch.setattr(twilio_signature, "read_pairs", lenient)
    assert _at(audit(name, 1), "body")


def test_a_signature_that_leaves_the_query_out_is_caught(monkeypatch: pytest.MonkeyPatch):
    insist = twilio_signature._insist

    def pathbound(token: bytes, site: str, target: str, *rest: Any) -> None:
        insist(token, site, target.partition("?")[0], *rest)

    monkeypatch.setattr(twilio_signature, "_insist", pathbound)
    assert audit("twilio_status", 1).lost


def _at(found: Audit, part: str) -> list[str]:
    return [place for place in found.taken if place.startswith(part)]
