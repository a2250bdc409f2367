"""A crowd of endpoints on one port of this machine, each at a path of its own: some well, some sick in some way."""

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from time import monotonic

WELL, HANGS, FAILS = 200, 0, 500
"""What an endpoint answers; one that hangs takes the request and says nothing, for as long as anybody waits."""

REDIRECTS = (301, 302, 303, 307, 308)
ELSEWHERE = "/elsewhere"


@dataclass(frozen=True, slots=True)
class Arrival:
    """`at` is when the whole request had come, by the monotonic clock."""

    path: str
    at: float
    headers: Mapping[str, str]
    body: bytes

    @property
    def event_id(self) -> str:
        return self.headers["webhook-id"]


@dataclass(slots=True)
class Crowd:
    """`held` is for how many seconds whoever hangs was waited for, each time, by its path."""

    statuses: Mapping[str, int]
    port: int = 0
    arrivals: list[Arrival] = field(default_factory=list)
    held: list[tuple[str, float]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        begun = monotonic()
        with suppress(OSError, asyncio.IncompleteReadError):
            path, headers = _read(await reader.readuntil(b"\r\n\r\n"))
            body = await reader.readexactly(int(headers["content-length"]))
            self.arrivals.append(Arrival(path, monotonic(), headers, body))
            status = self.statuses.get(path, WELL)
            if status == HANGS:
                await reader.read()
                self.held.append((path, monotonic() - begun))
            else:
                writer.write(_answer(status))
                await writer.drain()
        writer.close()


@contextmanager
def crowd(statuses: Mapping[str, int]) -> Iterator[Crowd]:
    """Served by a thread until the end."""
    made, loop = Crowd(statuses), asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(made.serve, "127.0.0.1", 0, backlog=1_024))
    made.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield made
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    server.close()
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()


def _read(head: bytes) -> tuple[str, dict[str, str]]:
    first, *lines = head.decode("latin-1").rstrip().split("\r\n")
    told = (line.split(": ", 1) for line in lines)
    return first.split(" ")[1], {name.lower(): value for name, value in told}


def _answer(status: int) -> bytes:
    place = f"Location: {ELSEWHERE}\r\n" if status in REDIRECTS else ""
    return f"HTTP/1.1 {status} As told\r\n{place}Content-Length: 0\r\n\r\n".encode()
