"""No webhook in which a bit or a byte was changed is believed; every one that was not touched is.

Topic and shop stand in headers that neither system signs; what a false one can do is told in the tests of each.
"""

import hmac
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.fakes.shop_posts import SIGNED, Posted, sample
from twofold.contracts.errors import Untrusted

FORGERIES = 5_000
SYSTEMS = ("shopify", "woocommerce")


def changed(told: Posted, rng: random.Random) -> tuple[str, Posted]:
    """The webhook with one bit or byte other than it was, in its body or in its signature."""
    part = rng.choice(("body", "signature"))
    was = told.raw if part == "body" else told.headers[told.signature].encode()
    at = rng.randrange(len(was))
    new = rng.choice(
        (
            bytes([was[at] ^ 1 << rng.randrange(8)]),
            bytes([(was[at] + rng.randint(1, 255)) % 256]),
            b"",
            bytes([was[at], rng.randrange(256)]),
        )
    )
    other = was[:at] + new + was[at + 1 :]
    if part == "body":
        return part, replace(told, raw=other)
    return part, told.under(told.signature, other.decode("latin-1"))


def believed(told: Posted) -> bool:
    try:
        told.read()
    except Untrusted:
        return False
    return True


def forged(system: str, number: int) -> Iterator[tuple[str, Posted]]:
    rng = random.Random(f"{system} {number}")
    samples = [sample(name) for name in SIGNED if name.startswith(system)]
    for turn in range(number):
        yield changed(samples[turn % len(samples)], rng)


@pytest.mark.parametrize("system", SYSTEMS)
def test_of_five_thousand_forgeries_none_is_believed_and_all_that_is_untouched_is(system: str):
    places = Counter[str]()
    for part, told in forged(system, FORGERIES):
        places[part] += 1
        assert not believed(told), (part, told)
    assert places.total() == FORGERIES
    assert min(places["body"], places["signature"]) > FORGERIES / 3
    assert all(believed(sample(name)) for name in SIGNED)
    print(f"\n{system}: {dict(places)} refused")


def _first_letters(one: bytes, other: bytes) -> bool:
    return one[:20] == other[:20]


def _any_case(one: bytes, other: bytes) -> bool:
    return one.lower() == other.lower()


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("compare", [_first_letters, _any_case], ids=["first letters", "any case"])
def test_a_comparison_that_is_too_kind_is_caught(
    monkeypatch: pytest.MonkeyPatch, system: str, compare: Callable[[bytes, bytes], bool]
):
    monkeypatch.setattr(hmac, "compare_digest", compare)
    fallen = [told for _, told in forged(system, FORGERIES) if believed(told)]
    assert fallen
