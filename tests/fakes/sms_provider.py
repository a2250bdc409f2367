"""An SMS provider on a port of this process, which does as it is told: takes texts, refuses them, or falls silent."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.fakes.sms_answers import TOLD
from tests.fakes.sms_wire import Request, Taken, Wire

SILENT = ("drop", "hang", "drip", "babble")


class FakeProvider(ThreadingHTTPServer):
    """`mood` says what becomes of requests: one of the wire's, or

    drop (taken, but the connection ends without an answer), hang (taken, but never answered), drip (taken, and an
    answer without end, byte by byte), babble (taken, and answered in no protocol at all), garbage (a page in place of
    an answer), redirect.
    """

    daemon_threads = True

    def __init__(self, wire: Wire) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.wire = wire
        self.mood = "accept"
        self.requests: list[str] = []
        self.taken: list[Taken] = []
        self.connections: list[Any] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def process_request(self, request: Any, client_address: Any) -> None:
        self.connections.append(client_address)
        super().process_request(request, client_address)

    def handle_error(self, *given: Any) -> None:
        """A caller that hangs up is none."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: FakeProvider

    def do_GET(self) -> None:
        self.server.requests.append(f"GET {self.path}")
        self._reply(404, {}, "")

    def do_POST(self) -> None:
        server = self.server
        server.requests.append(f"POST {self.path}")
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        text = server.wire.read(Request(self.path, headers, body))
        if text is None:
            self._reply(*server.wire.answers["credentials"])
        elif server.mood == "accept" or server.mood in SILENT:
            server.taken.append(text)
            self._fall_silent() if server.mood in SILENT else self._reply(*server.wire.answers["accept"])
        elif server.mood == "garbage":
            self._reply(200, {}, "<html>Welcome to the hotel's network</html>")
        elif server.mood == "redirect":
            self._reply(307, {"Location": f"{server.url}/elsewhere"}, "")
        else:
            self._reply(*server.wire.answers[server.mood])

    def _fall_silent(self) -> None:
        self.close_connection = True
        if self.server.mood == "hang":
            self.server.over.wait(30)
        if self.server.mood == "babble":
            self.wfile.write(f"{TOLD}\r\n\r\n".encode())
        if self.server.mood == "drip":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
            while not self.server.over.wait(0.05):
                self.wfile.write(b"a")

    def _reply(self, status: int, headers: dict[str, str], body: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args: Any) -> None:
        """Says nothing: the tests do."""


@contextmanager
def serving(wire: Wire, tls: ssl.SSLContext | None = None) -> Iterator[FakeProvider]:
    server = FakeProvider(wire)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
