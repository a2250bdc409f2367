"""The line to a provider: which addresses it takes, and how long it waits."""

import socket
import ssl
import time
from typing import Any

import pytest

from tests.adapters.sms.conftest import BRIEF, Make
from tests.adapters.sms.texts import failure
from tests.fakes.sms_provider import serving
from tests.fakes.sms_wire import WIRES
from twofold.adapters.reach import reach
from twofold.adapters.sms.line import Line
from twofold.adapters.trust import trusted
from twofold.contracts.errors import OutcomeUnknown


def made(url: str, **rest: Any) -> Line:
    told = {"provider": "It", "setting": "TWOFOLD_IT_URL", "allow_loopback": False, "patience": BRIEF}
    return Line(url, **{**told, **rest})


@pytest.mark.parametrize(
    "url",
    [
        "https://gateway.example",
        "https://gateway.example/",
        "https://gateway.example:8443/texts?tenant=1",
        "https://[2001:db8::1]/texts",
        "HTTPS://Gateway.Example/texts",
    ],
)
def test_https_is_taken_anywhere(url: str):
    assert made(url)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8080", "http://localhost/texts", "http://[::1]:8080/texts"]
)
def test_this_machine_is_taken_without_tls_only_where_it_is_allowed(url: str):
    assert made(url, allow_loopback=True)
    with pytest.raises(ValueError, match="TWOFOLD_IT_URL must be"):
        made(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "gateway.example",
        "//gateway.example",
        "https://",
        "https:///texts",
        "http://gateway.example",
        "http://127.0.0.1.gateway.example",
        "http://localhost@gateway.example",
        "http://10.0.0.1",
        "ftp://gateway.example",
        "file:///etc/passwd",
        "https://user:secret@gateway.example",
        "https://@gateway.example",
        "https://gateway.example/#part",
        "https://gateway.example/a b",
        "https://gateway.example/\r\nx: y",
        "https://gateway.example/żółw",
        "https://gateway.example:0",
        "https://gateway.example:99999",
        "https://gateway.example:port",
        "https://[::1",
        f"https://{'a' * 64}.example",
    ],
)
def test_any_other_address_is_refused_by_the_name_of_its_setting(url: str):
    with pytest.raises(ValueError, match="TWOFOLD_IT_URL must be") as raised:
        made(url, allow_loopback=True)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("name", ["twilio", "webhook"])
def test_an_answer_that_drips_in_without_end_is_cut_off(makes: dict[str, Make], name: str):
    with serving(WIRES[name]) as server:
        server.mood = "drip"
        begun = time.monotonic()
        assert type(failure(makes[name](server.url, patience=BRIEF))) is OutcomeUnknown
    assert time.monotonic() - begun < BRIEF + 2


def test_a_connection_is_made_in_time_or_not_at_all_however_many_addresses_a_name_has(
    monkeypatch: pytest.MonkeyPatch,
):
    nowhere, asked = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 443)), []

    class Silent(socket.socket):
        def connect(self, address: Any) -> None:
            asked.append(address)
            time.sleep(self.gettimeout() or 0)
            raise TimeoutError

    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [nowhere] * 4)
    monkeypatch.setattr(socket, "socket", Silent)
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        reach("it.example", 443, seconds=0.4, context=None)
    assert len(asked) == 4
    assert time.monotonic() - begun < 0.6


def test_who_takes_the_call_and_then_says_nothing_is_not_waited_for():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        begun = time.monotonic()
        with pytest.raises((TimeoutError, ssl.SSLError, ConnectionError)):
            reach("127.0.0.1", silent.getsockname()[1], seconds=0.3, context=trusted())
    assert time.monotonic() - begun < 0.6
