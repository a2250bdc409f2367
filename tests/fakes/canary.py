"""A network with nothing behind it but a canary: whoever connects anywhere at all has connected to it."""

import socket
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

from twofold.webhooks.ports import Outgoing

PUBLIC = "93.184.216.34"
"""What any other name leads to."""

_connect = socket.socket.connect
_look_up = socket.getaddrinfo


class Network:
    """`dialled` are the addresses that somebody tried to connect to, `asked` the names that somebody looked up.

    Every connection goes to `port` of this machine instead. `names` says what names lead to: a list in the order of
    the questions, the last for all that follow. What is written like an IP address is read as the C library reads it.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.dialled: list[str] = []
        self.asked: list[str] = []
        self.names: dict[str, list[Sequence[str]]] = {}

    def leads(self, name: str, *answers: Sequence[str]) -> None:
        self.names[name] = list(answers)

    def connect(self, line: socket.socket, address: Any) -> None:
        self.dialled.append(str(address[0]))
        _connect(line, ("127.0.0.1", self.port))

    def look_up(self, host: str, port: Any, *given: Any, **named: Any) -> list[Any]:
        self.asked.append(host)
        known = self.names.get(host)
        found = (known.pop(0) if len(known) > 1 else known[0]) if known else (_read(host),)
        return [_found(address, int(port or 0)) for address in found]


class Canary:
    """`connections` counts those that really came in."""

    def __init__(self, network: Network, listener: socket.socket) -> None:
        self.network = network
        self.connections = 0
        self._listener = listener

    def watch(self) -> None:
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            line.close()


@contextmanager
def routed(port: int) -> Iterator[Network]:
    """All that is dialled in this process goes to this port of this machine."""
    network = Network(port)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", lambda line, address: network.connect(line, address))
        patch.setattr(socket, "getaddrinfo", network.look_up)
        yield network


@contextmanager
def caged() -> Iterator[Canary]:
    """The canary, as long as nobody can get anywhere else."""
    with socket.create_server(("127.0.0.1", 0), backlog=1_024) as listener:
        with routed(listener.getsockname()[1]) as network:
            bird = Canary(network, listener)
            watch = threading.Thread(target=bird.watch, daemon=True)
            watch.start()
            yield bird
        listener.shutdown(socket.SHUT_RDWR)
        watch.join(5)


def post(url: str, headers: Mapping[str, str] | None = None, body: bytes = b"{}") -> Outgoing:
    return Outgoing(method="POST", url=url, headers=headers or {}, body=body)


def _read(host: str) -> str:
    """An IP address in whatever writing the C library takes; else the public one."""
    try:
        return str(_look_up(host, None, flags=socket.AI_NUMERICHOST)[0][4][0])
    except (OSError, UnicodeError):
        return PUBLIC


def _found(address: str, port: int) -> Any:
    if ":" in address:
        return (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port, 0, 0))
    return (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
