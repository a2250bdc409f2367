"""SafeHttp: calls an address that a user gave, once, and nobody but whom the address may mean."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from twofold.adapters.reach import Found, cut_after, dial, left, secured
from twofold.adapters.trust import trusted
from twofold.contracts.errors import InvalidRequest
from twofold.webhooks.ports import Answered, Outgoing, Refused, Unreachable

from .address import Address, read_address
from .exchange import exchange
from .headers import read_headers
from .resolve import resolve
from .trouble import told_as

_LOOK = 2.0
"""Seconds that looking a name up may take while somebody waits for us to take their address."""


class SafeHttp:
    """Fits `Caller` and `Addresses`. With `allow_loopback`, this machine itself may be called by plain http, too.

    The name is looked up once for each call, all that it leads to is checked, and one of those very addresses is
    called; the certificate and the header Host are the name's. `trust` says whom certificates must come from.
    """

    def __init__(self, *, allow_loopback: bool, trust: Callable[[], ssl.SSLContext] = trusted) -> None:
        self._allow_loopback = allow_loopback
        self._trust = trust

    def check(self, url: str) -> None:
        """A name that leads nowhere yet is taken: it is judged again with each call."""
        try:
            self._found(self._read(url), _LOOK)
        except Refused as refused:
            raise InvalidRequest(refused.detail, code=refused.code, field="url") from None
        except Unreachable:
            """Nothing speaks against it."""

    def call(self, request: Outgoing, patience: float) -> Answered:
        until = monotonic() + patience
        to = self._read(request.url)
        headers = read_headers(request.headers, to.authority)
        found = self._found(to, left(until))
        with self._reached(to, found, until) as line, told_as("reset", until), cut_after(left(until), line):
            line.settimeout(left(until))
            return exchange(line, request.method, to.target, headers, request.body)

    def _read(self, url: str) -> Address:
        return read_address(url, allow_loopback=self._allow_loopback)

    def _found(self, to: Address, seconds: float) -> list[Found]:
        if to.secure:
            return resolve(to.host, to.port, seconds)
        return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (to.host, to.port))]

    @contextmanager
    def _reached(self, to: Address, found: list[Found], until: float) -> Iterator[socket.socket]:
        """A line to the first of these that answers; it ends with the call, whatever happens."""
        with told_as("connect", until):
            line = dial(found, until)
        if to.secure:
            with told_as("tls", until):
                line = secured(line, to.host, until, self._trust())
        with line:
            yield line
