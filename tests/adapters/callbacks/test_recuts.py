"""Twilio signs names and values with nothing between them: another cut of a signed text is refused, or says the same.

One cut is moved at a time, by every distance that could matter.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from twilio.request_validator import RequestValidator

from tests.adapters.callbacks.signed import READERS, SITE, TOKEN, Posted, Values, another, by_twilio, sample
from twofold.contracts.errors import InvalidRequest, Untrusted

Pairs = list[tuple[str, str]]
FARTHEST = 40


def recuts(pairs: Pairs) -> Iterator[Pairs]:
    """One cut moved by up to so many characters, or left out. The pairs are sorted."""
    for at, (name, value) in enumerate(pairs):
        before, after = pairs[:at], pairs[at + 1 :]
        whole = name + value
        for cut in range(1, len(whole) + 1):
            if cut != len(name):
                yield [*before, (whole[:cut], whole[cut:]), *after]
        if after:
            (next_name, next_value), *rest = after
            yield [*before, (name, value + next_name + next_value), *rest]
            yield [*before, (name + value + next_name, next_value), *rest]
            for moved in range(1, min(len(next_name), FARTHEST)):
                yield [*before, (name, value + next_name[:moved]), (next_name[moved:], next_value), *rest]
            for moved in range(1, min(len(value), FARTHEST) + 1):
                yield [*before, (name, value[:-moved]), (value[-moved:] + next_name, next_value), *rest]


def still_signed(posted: Posted) -> bool:
    """Whether Twilio's own library would let it pass."""
    target, signature = SITE + posted.target, posted.headers["x-twilio-signature"]
    return bool(RequestValidator(TOKEN).validate(target, Values(posted.pairs), signature))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("name", ["twilio_inbound", "twilio_status"])
def test_another_cut_of_a_signed_form_says_the_same_or_nothing(name: str, seed: int):
    original = another(name, random.Random(seed))
    original = by_twilio(replace(original, raw=urlencode(sorted(original.pairs)).encode()))
    meant = original.read_by(READERS[name])
    passed = 0
    for cut in recuts(sorted(original.pairs)):
        posted = replace(original, raw=urlencode(cut).encode())
        passed += still_signed(posted)
        try:
            assert posted.read_by(READERS[name]) == meant
        except (Untrusted, InvalidRequest):
            continue
    assert passed > 100, "the library lets such forms pass, so they are worth refusing"


def test_what_somebody_texts_cannot_be_cut_into_another_sender():
    own = "+48601000001"
    texted = by_twilio(_inbound(Body="STOPFrom+48602345678FromA", From=own))
    cut = replace(texted, raw=_inbound(Body="STOP", From="+48602345678", FromA=f"From{own}").raw)
    assert still_signed(cut)
    for posted in (texted, cut):
        with pytest.raises(Untrusted):
            posted.read_by(READERS["twilio_inbound"])


def test_the_message_id_cannot_take_what_follows_it():
    original = sample("twilio_status")
    form = dict(original.pairs)
    moved = "AccountSid" + form.pop("AccountSid")
    cut = replace(original, target=original.target + moved, raw=urlencode(form).encode())
    assert still_signed(cut)
    with pytest.raises(Untrusted):
        cut.read_by(READERS["twilio_status"])


@pytest.mark.parametrize(
    "text", ["From Anna", "from +48601234567", "To: +48601234567", "ErrorCode: 5", "STOP 30003"]
)
def test_ordinary_words_are_not_taken_for_a_cut(text: str):
    assert by_twilio(_inbound(Body=text)).read_by(READERS["twilio_inbound"])


def _inbound(**changes: str) -> Posted:
    posted = sample("twilio_inbound")
    return replace(posted, raw=urlencode({**dict(posted.pairs), **changes}).encode())
