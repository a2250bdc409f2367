"""A connection to a host: made within so many seconds in all, however many addresses its name has, or not at all."""

import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from time import monotonic
from typing import Any

_LEAST = 0.01


def reach(host: str, port: int, *, seconds: float, context: ssl.SSLContext | None) -> socket.socket:
    """Over TLS where there is a `context`. Raises OSError. Looking the name up is the resolver's time, not ours."""
    addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    until = monotonic() + seconds
    line = _dial(addresses, until)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return _secured(line, host, _left(until), context) if context else line


@contextmanager
def cut_after(seconds: float, line: socket.socket) -> Iterator[None]:
    """Ends whatever is done on the line when the time is over, even when bytes keep dripping."""
    watch = Timer(seconds, _cut, (line,))
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _dial(addresses: Sequence[tuple[Any, ...]], until: float) -> socket.socket:
    """The first of `getaddrinfo`'s answers that answers; each may take its share of what is left."""
    failed = OSError("The name has no address.")
    for tried, (family, kind, protocol, _, address) in enumerate(addresses):
        line = socket.socket(family, kind, protocol)
        line.settimeout(_left(until) / (len(addresses) - tried))
        try:
            line.connect(address)
        except OSError as error:
            line.close()
            failed = error
        else:
            return line
    raise failed


def _secured(line: socket.socket, host: str, seconds: float, context: ssl.SSLContext) -> ssl.SSLSocket:
    secure = context.wrap_socket(line, server_hostname=host, do_handshake_on_connect=False)
    secure.settimeout(seconds)
    try:
        with cut_after(seconds, secure):
            secure.do_handshake()
    except OSError:
        secure.close()
        raise
    return secure


def _left(until: float) -> float:
    return max(_LEAST, until - monotonic())


def _cut(line: socket.socket) -> None:
    """Past the TLS layer, which must not be touched while another thread reads."""
    try:
        socket.socket.shutdown(line, socket.SHUT_RDWR)
    except OSError:
        """It had ended by itself."""
