"""A connection to a host: made within so many seconds in all, however many addresses its name has, or not at all."""

import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from time import monotonic
from typing import Any

Found = tuple[Any, ...]
"""One answer of `getaddrinfo`: family, kind, protocol, name, address."""

_LEAST = 0.01


def reach(host: str, port: int, *, seconds: float, context: ssl.SSLContext | None) -> socket.socket:
    """Over TLS where there is a `context`. Raises OSError. Looking the name up is the resolver's time, not ours."""
    addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    until = monotonic() + seconds
    line = dial(addresses, until)
    return secured(line, host, until, context) if context else line


def dial(addresses: Sequence[Found], until: float) -> socket.socket:
    """To the first address that answers; each may take its share of what is left. Raises OSError."""
    failed = OSError("The name has no address.")
    for tried, (family, kind, protocol, _, address) in enumerate(addresses):
        try:
            line = socket.socket(family, kind, protocol)
        except OSError as error:
            failed = error
            continue
        line.settimeout(left(until) / (len(addresses) - tried))
        try:
            line.connect(address)
        except OSError as error:
            line.close()
            failed = error
        else:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return line
    raise failed


def secured(line: socket.socket, host: str, until: float, context: ssl.SSLContext) -> ssl.SSLSocket:
    """The same line over TLS, once the other side has proved to be `host`. Raises OSError, and the line is closed."""
    secure = context.wrap_socket(line, server_hostname=host, do_handshake_on_connect=False)
    secure.settimeout(left(until))
    try:
        with cut_after(left(until), secure):
            secure.do_handshake()
    except OSError:
        secure.close()
        raise
    return secure


@contextmanager
def cut_after(seconds: float, line: socket.socket) -> Iterator[None]:
    """Ends whatever is done on the line when the time is over, even when bytes keep dripping."""
    watch = Timer(seconds, _cut, (line,))
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def left(until: float) -> float:
    """Seconds until then, by the monotonic clock; never none, which to a socket would mean not to wait at all."""
    return max(_LEAST, until - monotonic())


def _cut(line: socket.socket) -> None:
    """Past the TLS layer, which must not be touched while another thread reads."""
    try:
        socket.socket.shutdown(line, socket.SHUT_RDWR)
    except OSError:
        """It had ended by itself."""
