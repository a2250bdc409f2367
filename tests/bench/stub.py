"""A stand-in for AWS on this machine: answers what `answer` says, and remembers what it was asked."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl

from .capacity import NOTHING, Units
from .elsewhere import placed_in


@dataclass(frozen=True, slots=True)
class Request:
    """`operation` as AWS names it; `units` is what DynamoDB would bill for it."""

    operation: str
    arguments: dict[str, Any]
    status: int
    answer: bytes
    units: Units = NOTHING


Answer = Callable[[str, dict[str, Any]], tuple[int, bytes, Units]]


class Stub:
    """Listens on loopback while it is open."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.requests: list[Request] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    @contextmanager
    def open(self) -> Iterator["Stub"]:
        Thread(target=self._server.serve_forever, daemon=True).start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()

    def serve(self, operation: str, arguments: dict[str, Any]) -> Request:
        request = Request(operation, arguments, *self.answer(operation, arguments))
        self.requests.append(request)
        return request

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        stub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            wbufsize = 1 << 16

            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode()
                placed = placed_in(self.command, self.path, raw)
                request = stub.serve(*(placed or _parse(self.headers.get("X-Amz-Target"), raw)))
                self.send_response(request.status)
                self.send_header("Content-Length", str(len(request.answer)))
                self.end_headers()
                self.wfile.write(request.answer)

            do_DELETE = do_POST  # noqa: N815

            def log_message(self, *_: Any) -> None:
                """Nobody reads a log of a bench."""

        return Handler


def _parse(target: str | None, raw: str) -> tuple[str, dict[str, Any]]:
    """Operation and arguments of AWS's JSON protocol, or of the older one that SNS still speaks."""
    if target:
        return target.rpartition(".")[2], json.loads(raw)
    form = dict(parse_qsl(raw))
    return form.pop("Action"), form
