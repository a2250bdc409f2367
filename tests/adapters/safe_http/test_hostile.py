"""Hundreds of addresses that somebody might wish us to call: each is refused wherever it is given, and never called."""

import time

import pytest

from tests.fakes.canary import Canary, post
from tests.fakes.hostile import leads_to, table
from twofold.adapters.safe_http.caller import SafeHttp
from twofold.contracts.errors import InvalidRequest
from twofold.webhooks.ports import Refused, Unreachable

HOSTILE = table()
LEAST = 300


@pytest.fixture
def canary(canary: Canary) -> Canary:
    for name, addresses in leads_to().items():
        canary.network.leads(name, addresses)
    return canary


def test_there_are_hundreds_of_them_and_each_has_a_reason():
    assert len(HOSTILE) >= LEAST
    assert all(HOSTILE.values())


def test_none_is_taken_and_the_field_is_named(canary: Canary, http: SafeHttp):
    assert not [url for url in HOSTILE if not _is_not_taken(http, url)]
    assert (canary.connections, canary.network.dialled) == (0, [])


def test_none_is_called_even_when_it_was_stored_somehow(canary: Canary, http: SafeHttp):
    assert not [url for url in HOSTILE if not _is_not_called(http, url)]
    time.sleep(0.05)
    assert (canary.connections, canary.network.dialled) == (0, [])


def test_where_this_machine_may_be_called_only_its_plain_addresses_are_let_through(canary: Canary):
    local = SafeHttp(allow_loopback=True)
    assert not [url for url in HOSTILE if not _is_not_taken(local, url)]
    assert not [url for url in HOSTILE if not _is_not_called(local, url)]
    assert canary.network.dialled == []


def test_the_canary_sings_when_somebody_comes(canary: Canary, http: SafeHttp):
    """Else the silence above would prove nothing."""
    assert not _is_not_called(http, "https://crm.example.com/hooks")
    assert canary.network.dialled == ["93.184.216.34"]
    _until(lambda: canary.connections == 1)


@pytest.mark.parametrize("part", ["secret", "127.0.0.1", "tøken"])
def test_what_is_said_of_an_address_repeats_nothing_of_it(http: SafeHttp, part: str):
    with pytest.raises(InvalidRequest) as raised:
        http.check(f"https://user:{part}@example.com/{part}?{part}")
    assert part not in raised.value.detail


def _is_not_taken(http: SafeHttp, url: str) -> bool:
    try:
        http.check(url)
    except InvalidRequest as refused:
        return refused.field == "url" and refused.code == "address_refused"
    return False


def _is_not_called(http: SafeHttp, url: str) -> bool:
    try:
        http.call(post(url), 1)
    except Refused:
        return True
    except Unreachable:
        return False
    return False


def _until(true, seconds: float = 5) -> None:
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.01)
    assert true()
