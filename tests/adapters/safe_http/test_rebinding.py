"""A name that leads elsewhere from one moment to the next, or to several places at once, gains nothing by it."""

import socket
import threading
import time
from collections.abc import Sequence

import pytest

from tests.fakes.canary import PUBLIC, Canary, post
from twofold.adapters.safe_http.caller import SafeHttp
from twofold.contracts.errors import InvalidRequest
from twofold.webhooks.ports import Refused, Unreachable

NAME = "crm.example.com"
URL = f"https://{NAME}/hooks"
LOOPBACK = "127.0.0.1"


def test_who_was_public_when_it_was_given_and_is_not_any_more_is_not_called(canary: Canary, http: SafeHttp):
    canary.network.leads(NAME, [PUBLIC], [LOOPBACK])
    http.check(URL)
    with pytest.raises(Refused):
        http.call(post(URL), 1)
    assert canary.network.dialled == []


def test_what_is_called_is_what_was_checked_as_the_name_is_looked_up_once(canary: Canary, http: SafeHttp):
    canary.network.leads(NAME, [PUBLIC], [LOOPBACK])
    with pytest.raises(Unreachable):
        http.call(post(URL), 1)
    assert canary.network.asked == [NAME]
    assert canary.network.dialled == [PUBLIC]


def test_each_call_is_judged_anew(canary: Canary, http: SafeHttp):
    canary.network.leads(NAME, [PUBLIC], [PUBLIC], [LOOPBACK])
    for _ in range(2):
        with pytest.raises(Unreachable):
            http.call(post(URL), 1)
    with pytest.raises(Refused):
        http.call(post(URL), 1)
    assert canary.network.dialled == [PUBLIC, PUBLIC]


@pytest.mark.parametrize(
    "answer",
    [
        [PUBLIC, LOOPBACK],
        [LOOPBACK, PUBLIC],
        [PUBLIC, "8.8.8.8", "10.0.0.1"],
        [PUBLIC, "::1"],
        ["2606:4700::1111", "fe80::1%2"],
        [PUBLIC, "::ffff:127.0.0.1"],
        [PUBLIC, "64:ff9b::7f00:1"],
        [PUBLIC, "not an address"],
    ],
    ids=str,
)
def test_one_address_that_may_not_be_called_spoils_the_whole_answer(
    canary: Canary, http: SafeHttp, answer: Sequence[str]
):
    canary.network.leads(NAME, answer)
    with pytest.raises(InvalidRequest):
        http.check(URL)
    with pytest.raises(Refused):
        http.call(post(URL), 1)
    assert canary.network.dialled == []


def test_another_address_is_tried_when_the_first_does_not_answer(canary: Canary, http: SafeHttp, monkeypatch):
    canary.network.leads(NAME, ["2606:4700::1111", PUBLIC])
    real = canary.network.connect

    def connect(line, address):
        if ":" in address[0]:
            raise OSError(101, "Network is unreachable")
        real(line, address)

    monkeypatch.setattr(canary.network, "connect", connect)
    with pytest.raises(Unreachable):
        http.call(post(URL), 1)
    assert canary.network.dialled == [PUBLIC]


def test_a_name_that_leads_nowhere_yet_may_be_given_but_not_called(canary: Canary, http: SafeHttp):
    canary.network.leads(NAME, [])
    http.check(URL)
    with pytest.raises(Unreachable) as raised:
        http.call(post(URL), 1)
    assert raised.value.kind == "dns"


def test_a_resolver_that_takes_its_time_takes_no_more_than_the_call_has(http: SafeHttp, monkeypatch):
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(5) and [])
    begun = time.monotonic()
    with pytest.raises(Unreachable) as raised:
        http.call(post(URL), 0.2)
    over.set()
    assert raised.value.kind == "timeout"
    assert time.monotonic() - begun < 1
