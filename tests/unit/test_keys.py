"""API keys: who may do what, how often."""

from collections.abc import Callable

import pytest

from tests.fakes.clock import SetClock
from tests.fakes.in_memory import in_memory
from tests.fakes.samples import PASSER_BY
from twofold.contracts.errors import Forbidden, TooMany, Unauthorized
from twofold.contracts.settings import LimitSettings
from twofold.partners.keys import Authorize, Caller, hash_key, mint_key
from twofold.visits.visitor import Visitor

Ask = Callable[..., Caller]


def a_gate(limits: LimitSettings | None = None) -> tuple[str, Ask, SetClock]:
    """A minted secret, and the question whether a header opens."""
    books, clock = in_memory(), SetClock()
    secret, key = mint_key("till", ("codes:read", "codes:redeem"))
    books.upkeep.put_key(key)
    gate = Authorize(
        keys=books.keys,
        failures=books.counter,
        rate=books.shared,
        limits=limits or LimitSettings(),
        clock=clock,
    )

    def ask(header: str, *scopes: str, visitor: Visitor = PASSER_BY) -> Caller:
        caller = gate(header, visitor)
        caller.insist(scopes)
        return caller

    return secret, ask, clock


def test_a_key_opens_what_its_scopes_allow():
    secret, ask, _ = a_gate()
    assert ask(f"Bearer {secret}", "codes:read").key.label == "till"
    assert ask(f"bearer  {secret} ", "codes:read", "codes:redeem").key.label == "till"


def test_a_scope_that_is_missing_is_named():
    secret, ask, _ = a_gate()
    with pytest.raises(Forbidden) as raised:
        ask(f"Bearer {secret}", "codes:read", "leads:read")
    assert raised.value.code == "scope_missing"
    assert "leads:read" in raised.value.detail


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Bearer tf_wrong", "Basic {}", "{}", "Bearer {}x", "Token {}"]
)
def test_nothing_else_opens(header: str):
    secret, ask, _ = a_gate()
    with pytest.raises(Unauthorized):
        ask(header.format(secret), "codes:read")


def test_the_hash_of_a_key_does_not_open():
    secret, ask, _ = a_gate()
    with pytest.raises(Unauthorized):
        ask(f"Bearer {hash_key(secret)}", "codes:read")


def test_a_key_is_kept_only_as_its_hash():
    secret, key = mint_key("till", ())
    assert secret.startswith("tf_")
    assert len(secret) >= 46
    assert secret not in repr(key)
    assert mint_key("till", ())[0] != secret


def test_whoever_tries_many_keys_has_to_wait():
    _, ask, clock = a_gate(LimitSettings(bad_keys_10min=3))
    for _ in range(3):
        with pytest.raises(Unauthorized):
            ask("Bearer tf_guess")
    with pytest.raises(TooMany) as raised:
        ask("Bearer tf_guess", visitor=Visitor(address="203.0.113.99"))
    assert raised.value.retry_after == 600
    with pytest.raises(Unauthorized):
        ask("Bearer tf_guess", visitor=Visitor(address="198.51.100.1"))
    clock.forward(minutes=10)
    with pytest.raises(Unauthorized):
        ask("Bearer tf_guess")


def test_a_key_may_ask_so_often_a_minute():
    secret, ask, clock = a_gate(LimitSettings(key_minute=2))
    for _ in range(2):
        ask(f"Bearer {secret}", "codes:read")
    with pytest.raises(TooMany) as raised:
        ask(f"Bearer {secret}", "codes:read")
    assert raised.value.retry_after == 60
    clock.forward(minutes=1)
    ask(f"Bearer {secret}", "codes:read")


def test_it_is_told_how_often_a_key_may_still_call_and_until_when():
    secret, ask, clock = a_gate(LimitSettings(key_minute=3))
    clock.forward(seconds=20)
    rates = [ask(f"Bearer {secret}").rate for _ in range(3)]
    assert [(rate.most, rate.left, rate.reset) for rate in rates] == [(3, 2, 40), (3, 1, 40), (3, 0, 40)]


def test_a_call_counts_whatever_becomes_of_it():
    secret, ask, _ = a_gate(LimitSettings(key_minute=2))
    for _ in range(2):
        with pytest.raises(Forbidden):
            ask(f"Bearer {secret}", "data")
    with pytest.raises(TooMany):
        ask(f"Bearer {secret}", "codes:read")
