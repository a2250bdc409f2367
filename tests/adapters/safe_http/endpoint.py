"""Somebody's endpoint, on a port of this machine: it says what it is told to say, byte by byte."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Say = Callable[[socket.socket], None]
"""What is said once a request came; the line is closed afterwards."""


_HELLO = b"\x16\x03"
"""How somebody begins who would speak TLS."""


class Endpoint:
    """`heard` are the requests that came, as they came; `wanted` the names that were asked for in TLS."""

    def __init__(self, listener: socket.socket, say: Say, context: ssl.SSLContext | None) -> None:
        self.port: int = listener.getsockname()[1]
        self.heard: list[bytes] = []
        self.wanted: list[str | None] = []
        self.over = threading.Event()
        self._listener, self._say, self._context = listener, say, context
        if context:
            context.sni_callback = lambda _line, name, _context: self.wanted.append(name)

    def serve(self) -> None:
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(line,), daemon=True).start()

    def _answer(self, line: socket.socket) -> None:
        with suppress(OSError), line:
            line.settimeout(10)
            spoken = self._context.wrap_socket(line, server_side=True) if self._context else line
            self.heard.append(_request(spoken))
            with suppress(OSError):
                self._say(spoken)
            spoken.close()


@contextmanager
def endpoint(say: Say, context: ssl.SSLContext | None = None) -> Iterator[Endpoint]:
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listener:
        made = Endpoint(listener, say, context)
        threading.Thread(target=made.serve, daemon=True).start()
        yield made
        made.over.set()
        listener.shutdown(socket.SHUT_RDWR)


def says(status: str, *headers: str, body: bytes = b"") -> Say:
    lines = (f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", "")
    return lambda line: line.sendall("\r\n".join(lines).encode() + body)


def _request(line: socket.socket) -> bytes:
    """Headers, and as much of a body as they promise."""
    read = b""
    while b"\r\n\r\n" not in read:
        read += line.recv(65_536) or b"\r\n\r\n"
        if read.startswith(_HELLO):
            return read
    head, _, body = read.partition(b"\r\n\r\n")
    promised = [each for each in head.lower().split(b"\r\n") if each.startswith(b"content-length:")]
    while promised and len(body) < int(promised[0].split(b":")[1]):
        body += line.recv(65_536)
    return head + b"\r\n\r\n" + body
