"""Mistakes that others have made, made here on purpose: each must bring one to the canary, else nothing is proved."""

import socket
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.adapters.safe_http.endpoint import endpoint
from tests.fakes.canary import PUBLIC, Canary, post
from tests.fakes.hostile import leads_to, table
from twofold.adapters.safe_http import caller, resolve
from twofold.adapters.safe_http import host as hosts
from twofold.adapters.safe_http.address import Address
from twofold.adapters.safe_http.caller import SafeHttp
from twofold.adapters.safe_http.denied import why_denied
from twofold.webhooks.ports import Refused, Unreachable

NAME = "crm.example.com"


def is_not_global(address: str) -> str | None:
    return None if ip_address(address).is_global else "not global"


def is_private(address: str) -> str | None:
    return "private" if ip_address(address).is_private else None


def any_port_and_scheme(url: str, **_: Any) -> Address:
    parts = urlsplit(url)
    return Address(hosts.read_host(parts.hostname or ""), parts.port or 443, parts.path or "/")


def no_writing_is_odd(url: str, **_: Any) -> Address:
    return Address(urlsplit(url).hostname or "", 443, "/")


def reached(canary: Canary, http: SafeHttp, urls: Sequence[str]) -> Sequence[str]:
    """Which of these made somebody dial."""
    found = []
    for url in urls:
        before = len(canary.network.dialled)
        try:
            http.call(post(url), 0.5)
        except (Refused, Unreachable, ValueError):
            """Whatever it says: what counts is whether it called."""
        if len(canary.network.dialled) > before:
            found.append(url)
    return found


@pytest.fixture
def canary(canary: Canary) -> Canary:
    for name, addresses in leads_to().items():
        canary.network.leads(name, addresses)
    return canary


@pytest.mark.parametrize("judge", [is_not_global, is_private], ids=lambda judge: judge.__name__)
def test_pythons_own_word_for_what_is_public_is_not_enough(
    canary: Canary, http: SafeHttp, monkeypatch: pytest.MonkeyPatch, judge: Callable[[str], str | None]
):
    monkeypatch.setattr(hosts, "why_denied", judge)
    monkeypatch.setattr(resolve, "why_denied", judge)
    found = reached(canary, http, list(table()))
    assert "https://168.63.129.16/hooks" in found
    assert any("5efe" in url for url in found)


def test_a_check_of_the_first_answer_alone_is_caught(
    canary: Canary, http: SafeHttp, monkeypatch: pytest.MonkeyPatch
):
    def first(host: str, port: int, seconds: float) -> Any:
        found = socket.getaddrinfo(host, port)
        if why_denied(str(found[0][4][0])):
            raise Refused("Denied.")
        return found

    monkeypatch.setattr(caller, "resolve", first)
    assert len(reached(canary, http, [f"https://{name}/" for name in leads_to()])) == 7


def test_a_name_that_is_looked_up_again_to_be_called_is_caught(
    canary: Canary, http: SafeHttp, monkeypatch: pytest.MonkeyPatch
):
    def again(found: Any, until: float) -> Any:
        return socket.create_connection((NAME, 443), timeout=1)

    canary.network.leads(NAME, [PUBLIC], ["127.0.0.1"])
    monkeypatch.setattr(caller, "dial", again)
    assert reached(canary, http, [f"https://{NAME}/"])
    assert canary.network.dialled == ["127.0.0.1"]


def test_a_name_that_is_judged_only_when_it_is_given_is_caught(
    canary: Canary, http: SafeHttp, monkeypatch: pytest.MonkeyPatch
):
    canary.network.leads(NAME, [PUBLIC], ["127.0.0.1"])
    http.check(f"https://{NAME}/")
    monkeypatch.setattr(resolve, "why_denied", lambda _: None)
    assert reached(canary, http, [f"https://{NAME}/"])
    assert canary.network.dialled == ["127.0.0.1"]


def test_a_patience_that_begins_anew_with_each_byte_is_caught(monkeypatch: pytest.MonkeyPatch):
    def drip(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(30):
            time.sleep(0.05)
            line.sendall(b"a")

    monkeypatch.setattr(caller, "cut_after", lambda _seconds, _line: nullcontext())
    begun = time.monotonic()
    with endpoint(drip) as slow, pytest.raises(Unreachable):
        SafeHttp(allow_loopback=True).call(post(f"http://127.0.0.1:{slow.port}/"), 0.3)
    assert time.monotonic() - begun > 1.3


def test_a_reading_that_forgets_ports_and_users_is_caught(
    canary: Canary, http: SafeHttp, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(caller, "read_address", any_port_and_scheme)
    found = reached(canary, http, list(table()))
    assert {"https://example.com:22/", "https://user:secret@example.com/", "http://example.com/"} <= {*found}


def test_a_reading_that_leaves_odd_numbers_to_the_c_library_is_held_by_the_check_of_what_they_lead_to(
    canary: Canary, http: SafeHttp, monkeypatch: pytest.MonkeyPatch
):
    """Two locks on one door: either alone keeps 2130706433 out, and both open, it gets through."""
    odd = ["https://2130706433/", "https://0x7f.0x0.0x0.0x1/", "https://0177.00.00.01/"]
    monkeypatch.setattr(caller, "read_address", no_writing_is_odd)
    assert reached(canary, http, odd) == []
    monkeypatch.setattr(resolve, "why_denied", lambda _: None)
    assert reached(canary, http, odd) == odd
