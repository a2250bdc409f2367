"""A server on loopback that answers from this process, each request in a thread of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Protocol


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: str


@dataclass(frozen=True)
class Answered:
    status: int = 200
    media: str = "text/html; charset=utf-8"
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class Site(Protocol):
    def answer(self, asked: Asked) -> Answered | None:
        """None: the line is cut."""


@contextmanager
def serving(site: Site) -> Iterator[str]:
    """Its origin, on a port that was free."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            path, _, query = self.path.partition("?")
            length = int(self.headers.get("Content-Length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(self.command, path, query, headers, self.rfile.read(length).decode())
            answered = site.answer(asked)
            if answered is not None:
                self._send(answered)

        def _send(self, answered: Answered) -> None:
            body = answered.body.encode()
            whole = {"Content-Type": answered.media, "Content-Length": str(len(body)), **answered.headers}
            try:
                self.send_response(answered.status)
                for name, value in whole.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except ConnectionError:
                return  # The browser has left the page.

        def log_message(self, *_: Any) -> None:
            """Nobody reads it."""

        do_GET = do_POST = do_OPTIONS = do_HEAD = _serve  # noqa: N815

    return Handler
