"""What passes the gateway, byte for byte, and what does not."""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

from infra.local.gateway import edge
from infra.local.gateway.target import Target, Targets
from tests.local.echo import Echo

SECRET = "sesame"


class Fixed(Targets):
    """Targets that never change."""

    def __init__(self, target: Target | None) -> None:
        self.target = target

    async def current(self) -> Target | None:
        return self.target


def through(echo: Echo, ask: Callable[[int], Awaitable[bytes]], *, deployed: bool = True) -> bytes:
    """Runs the gateway before the echo and asks it, on a port that `ask` is told."""

    async def run() -> bytes:
        port = await echo.start()
        target = Target(f"http://127.0.0.1:{port}", f"http://127.0.0.1:{port}/api", SECRET, {})
        runner = web.AppRunner(edge.application(Fixed(target if deployed else None)))
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        try:
            return await ask(runner.addresses[0][1])
        finally:
            await runner.cleanup()
            echo.server.close()

    return asyncio.run(run())


def send(request: bytes) -> Callable[[int], Awaitable[bytes]]:
    async def ask(port: int) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(request)
        answer = await asyncio.wait_for(reader.read(), 10)
        writer.close()
        return answer

    return ask


def get(path: str, *headers: str) -> Callable[[int], Awaitable[bytes]]:
    lines = [f"GET {path} HTTP/1.1", "Host: gateway", "Connection: close", *headers, "", ""]
    return send("\r\n".join(lines).encode())


def test_path_and_query_arrive_as_they_were_sent():
    echo = Echo()
    through(echo, get("/c/%2F%20a+b;x/../y?q=%2B+%C5%82&&empty=&q=2"))
    assert echo.heads[0].startswith(b"GET /api/c/%2F%20a+b;x/../y?q=%2B+%C5%82&&empty=&q=2 HTTP/1.1\r\n")


def test_a_body_of_more_than_a_megabyte_arrives_whole():
    echo, body = Echo(), bytes(range(256)) * 6000
    head = f"POST /x HTTP/1.1\r\nHost: g\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    assert b" 200 OK" in through(echo, send(head + body))
    assert echo.bodies == [body]


def test_more_than_an_http_api_takes_is_refused_before_it_is_passed_on():
    echo = Echo()
    head = f"POST /x HTTP/1.1\r\nHost: g\r\nConnection: close\r\nContent-Length: {11 * 1024 * 1024}\r\n\r\n"
    answer = through(echo, send(head.encode() + bytes(11 * 1024 * 1024)))
    assert answer.startswith(b"HTTP/1.1 413")
    assert not echo.heads


def test_nothing_is_added_to_what_the_client_said_but_what_the_edge_vouches_for():
    echo = Echo()
    through(echo, get("/", "X-Own: 1"))
    names = {line.split(b":")[0].lower() for line in echo.heads[0].split(b"\r\n")[1:-2]}
    assert names == {b"host", b"x-own", b"x-twofold-edge", b"cloudfront-viewer-address"}


def test_a_client_cannot_vouch_for_itself():
    echo = Echo()
    through(echo, get("/", "X-Twofold-Edge: forged", "CloudFront-Viewer-Address: 203.0.113.9:1"))
    head = echo.heads[0].lower()
    assert b"forged" not in head
    assert b"203.0.113.9" not in head
    assert f"x-twofold-edge: {SECRET}".encode() in head
    assert b"cloudfront-viewer-address: 127.0.0.1:" in head


def test_repeated_answer_headers_and_compressed_bodies_come_back_as_they_are():
    head = (
        b"HTTP/1.1 207 Odd\r\nContent-Length: 3\r\nContent-Encoding: gzip\r\nX-Twice: a\r\nX-Twice: b\r\n\r\n"
    )
    answer = head + b"\x1f\x8b\x00"
    said = through(Echo(answer), get("/"))
    assert said.startswith(b"HTTP/1.1 207 Odd\r\n")
    assert b"X-Twice: a\r\nX-Twice: b" in said
    assert said.endswith(b"\r\n\r\n\x1f\x8b\x00")


def test_a_head_has_the_length_of_what_it_did_not_send():
    echo = Echo(b"HTTP/1.1 200 OK\r\nContent-Length: 77\r\n\r\n")
    said = through(echo, send(b"HEAD /p HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n"))
    assert echo.heads[0].startswith(b"HEAD /api/p ")
    assert b"Content-Length: 77\r\n" in said
    assert said.endswith(b"\r\n\r\n")


def test_a_redirect_is_the_clients_to_follow():
    echo = Echo(b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")
    assert b"Location: /elsewhere" in through(echo, get("/"))
    assert len(echo.heads) == 1


def test_before_the_first_deploy_it_says_what_to_run():
    said = through(Echo(), get("/"), deployed=False)
    assert said.startswith(b"HTTP/1.1 503")
    assert b"application/problem+json" in said
    assert b"make up" in said


def test_when_the_emulator_is_gone_it_says_what_to_run():
    async def ask_after_the_end(port: int) -> bytes:
        echo.server.close()
        await echo.server.wait_closed()
        return await get("/")(port)

    echo = Echo()
    said = through(echo, ask_after_the_end)
    assert said.startswith(b"HTTP/1.1 503")
    assert b"make up" in said


def test_sixty_four_at_once_are_all_answered():
    async def ask(port: int) -> bytes:
        return b"".join(await asyncio.gather(*(get(f"/{n}")(port) for n in range(64))))

    echo = Echo()
    assert through(echo, ask).count(b"HTTP/1.1 200 OK") == 64
    assert len(echo.heads) == 64
