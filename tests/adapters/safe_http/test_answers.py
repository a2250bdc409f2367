"""How much is read of an answer, and for how long anybody waits for it."""

import socket
import threading
import time

import pytest

from tests.adapters.safe_http.endpoint import Say, endpoint, says
from tests.fakes.canary import post
from twofold.adapters.safe_http.caller import SafeHttp
from twofold.adapters.safe_http.exchange import LONGEST
from twofold.webhooks.ports import Answered, Outgoing, Refused, Unreachable

BRIEF = 0.5
MARGIN = 1.0
"""Seconds that a busy machine may take on top."""

OK = b"HTTP/1.1 200 OK\r\n"


def called(say: Say, patience: float = 5, method: str = "POST") -> Answered:
    with endpoint(say) as made:
        request = Outgoing(method=method, url=f"http://127.0.0.1:{made.port}/", headers={}, body=b"{}")
        return SafeHttp(allow_loopback=True).call(request, patience)


def trouble(say: Say, patience: float = 5) -> str:
    with pytest.raises(Unreachable) as raised:
        called(say, patience)
    return raised.value.kind


def sends(*parts: bytes) -> Say:
    return lambda line: line.sendall(b"".join(parts))


def drips(first: bytes, drop: bytes) -> Say:
    """Something every hundredth of a second, so that no single wait is ever long."""

    def say(line: socket.socket) -> None:
        line.sendall(first)
        for _ in range(1_000):
            time.sleep(0.01)
            line.sendall(drop)

    return say


def hangs(line: socket.socket) -> None:
    line.recv(1)


def test_status_headers_and_body_are_told_and_names_are_in_lower_case():
    answered = called(says("503 Busy", "Retry-After: 120", "X-Two: a", "x-two: b", body=b"later"))
    assert (answered.status, answered.body) == (503, b"later")
    assert (answered.headers["retry-after"], answered.headers["x-two"]) == ("120", "a, b")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "GET"])
def test_any_method_is_made(method: str):
    assert called(says("200 OK"), method=method).status == 200


def test_an_answer_in_chunks_and_one_that_just_ends_are_whole():
    chunked = OK + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    assert called(sends(chunked)).body == b"abcde"
    assert called(sends(OK + b"\r\n", b"all there is")).body == b"all there is"


@pytest.mark.parametrize(
    "head", [b"Content-Length: 100000000\r\n\r\n", b"\r\n", b"Transfer-Encoding: chunked\r\n\r\n5F5E100\r\n"]
)
def test_of_a_long_body_so_much_is_read_and_the_rest_not_waited_for(head: bytes):
    def say(line: socket.socket) -> None:
        line.sendall(OK + head)
        line.sendall(b"a" * (LONGEST * 2))
        hangs(line)

    begun = time.monotonic()
    answered = called(say, 10)
    assert answered.status == 200
    assert LONGEST - 2_048 < len(answered.body) <= LONGEST
    assert time.monotonic() - begun < 5


def test_headers_without_end_are_not_read_to_theirs():
    assert trouble(drips(OK + b"x: " + b"a" * 60_000 + b"\r\n", b"y: " + b"b" * 600 + b"\r\n")) == "too_long"
    assert trouble(sends(OK, b"x: " + b"a" * 100_000)) == "too_long"


@pytest.mark.parametrize(
    "say",
    [
        hangs,
        drips(b"", b"H"),
        drips(OK, b"x: y\r\n"),
        drips(OK + b"Content-Length: 5000\r\n\r\n", b"a"),
        drips(OK + b"\r\n", b"a"),
        drips(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        drips(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["silence", "a status", "headers", "a body", "a body without a length", "chunks", "continue"],
)
def test_whoever_is_not_done_in_time_is_cut_off_even_while_bytes_drip(say: Say):
    begun = time.monotonic()
    assert trouble(say, BRIEF) == "timeout"
    assert BRIEF <= time.monotonic() - begun < BRIEF + MARGIN


def test_whoever_takes_the_call_and_hears_nothing_is_cut_off_too():
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/"
        begun = time.monotonic()
        with pytest.raises(Unreachable) as raised:
            SafeHttp(allow_loopback=True).call(post(url, body=b"a" * 50_000_000), BRIEF)
    assert raised.value.kind == "timeout"
    assert time.monotonic() - begun < BRIEF + MARGIN


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        OK[:9],
        OK,
        OK + b"Content-Type: text/plain\r\n",
        OK + b"Content-Length: 10\r\n\r\nabc",
        OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab",
    ],
    ids=str,
)
def test_an_answer_that_breaks_off_or_is_none_is_trouble_and_not_repeated(said: bytes):
    with pytest.raises(Unreachable) as raised:
        called(sends(said))
    assert raised.value.kind == "reset"
    assert not any(word in raised.value.detail for word in ("SSH", "abc"))


def test_nobody_there_is_told_apart():
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with pytest.raises(Unreachable) as raised:
        SafeHttp(allow_loopback=True).call(post(f"http://localhost:{port}/"), 2)
    assert raised.value.kind == "connect"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x", "a\r\nHost: 127.0.0.1"),
        ("x", "a\nb"),
        ("x", "a\x00b"),
        ("x", "żółw"),
        ("x\r\ny", "a"),
        ("x y", "a"),
        ("", "a"),
        ("Host", "127.0.0.1"),
        ("content-length", "0"),
        ("Transfer-Encoding", "chunked"),
        ("Connection", "keep-alive"),
        ("Expect", "100-continue"),
        ("upgrade", "websocket"),
    ],
)
def test_a_header_cannot_change_how_the_request_is_carried(canary, http: SafeHttp, name: str, value: str):
    with pytest.raises(Refused) as raised:
        http.call(post("https://crm.example.com/", {name: value}), 1)
    assert canary.network.dialled == []
    assert value == "a" or value not in raised.value.detail


def test_several_calls_at_once_do_not_wait_for_each_other():
    with endpoint(hangs) as slow, endpoint(says("204 No Content")) as quick:
        http = SafeHttp(allow_loopback=True)
        stuck = [threading.Thread(target=_ignored, args=(http, slow.port)) for _ in range(8)]
        for thread in stuck:
            thread.start()
        begun = time.monotonic()
        assert http.call(post(f"http://127.0.0.1:{quick.port}/"), 5).status == 204
        assert time.monotonic() - begun < BRIEF
        for thread in stuck:
            thread.join()


def _ignored(http: SafeHttp, port: int) -> None:
    with pytest.raises(Unreachable):
        http.call(post(f"http://127.0.0.1:{port}/"), BRIEF * 2)
