"""One request and its answer on a line that stands.

Python's own client follows no redirects, keeps no connections and asks no proxies.
"""

import socket
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead
from typing import Any

from twofold.webhooks.ports import Answered, Unreachable

from .bounded import Bounded

LONGEST = 64 * 1024
"""Bytes of an answer that are read, headers and body together; what is said beyond is not waited for."""

_PIECE = 1_024
"""Bytes that are read at a time: so much of a chunk may be lost where it is cut."""


def exchange(
    line: socket.socket, method: str, target: str, headers: Mapping[str, str], body: bytes
) -> Answered:
    """The answer; a body that grows too long is cut. Raises OSError, and Unreachable `reset` or `too_long`."""
    bounded = Bounded(line, LONGEST)
    connection = HTTPConnection("")
    connection.auto_open = 0  # it has this line, and may make none of its own
    connection.sock = bounded
    try:
        with suppress(BrokenPipeError):  # it has heard enough, and has maybe said why
            connection.request(method, target, body, dict(headers))
        response = connection.getresponse()
        bounded.headed = True
        return Answered(status=response.status, headers=_told(response), body=_read(response, bounded))
    except (HTTPException, ConnectionResetError):
        raise _not_understood(bounded) from None  # it shows what was answered


def _read(response: HTTPResponse, line: Bounded) -> bytes:
    """Raises IncompleteRead for a body that ends before it said it would, unless it was we who ended it."""
    read: list[bytes] = []
    try:
        while piece := response.read(_PIECE):
            read.append(piece)
    except IncompleteRead:
        if not line.spent:
            raise
    if response.length and not line.spent:
        raise IncompleteRead(b"", response.length)
    return b"".join(read)


def _told(response: HTTPResponse) -> dict[str, str]:
    told: dict[str, Any] = {}
    for name, value in response.getheaders():
        known = told.get(name.lower())
        told[name.lower()] = f"{known}, {value}" if known else value
    return told


def _not_understood(line: Bounded) -> Unreachable:
    if line.spent and not line.headed:
        return Unreachable("too_long", f"The answer's headers are longer than {LONGEST:,} bytes.")
    return Unreachable("reset", "The connection ended without an answer that can be understood.")
