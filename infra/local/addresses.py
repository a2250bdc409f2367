"""Which ports of this machine we answer on: our own where they are free, others where they are not."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping

from infra.commands.screen import CannotGoOn
from infra.environments import load

HOST = "127.0.0.1"
NAMES = ("site", "api", "admin", "phone", "shop", "emulator")
LAST = 65_535 - len(NAMES) + 1


def preferred() -> dict[str, int]:
    """Six in a row: from the site's port in the environment `local`, or from the one in `TWOFOLD_PORT`."""
    given = os.environ.get("TWOFOLD_PORT")
    first = _port(given) if given else load("local").ports["site"]
    return {name: first + offset for offset, name in enumerate(NAMES)}


def _port(text: str) -> int:
    """Raises CannotGoOn when it is no port that five more can follow."""
    if not text.isascii() or not text.isdigit() or not 1024 <= int(text) <= LAST:
        raise CannotGoOn(
            f"TWOFOLD_PORT is the first of six ports, a number from 1024 to {LAST}, not `{text}`."
        )
    return int(text)


def choose(kept: Mapping[str, int], held: frozenset[str]) -> dict[str, int]:
    """A port of its own for every name: the one it has had (`kept`), else our own, else any that is free.

    Those in `held` are ours and in use already, so that they are busy says nothing.
    """
    wanted = {**preferred(), **kept}
    ports = {name: port for name, port in wanted.items() if name in held}
    for name, port in wanted.items():
        if name not in held:
            ports[name] = port if port not in ports.values() and is_free(port) else any_free()
    return {name: ports[name] for name in wanted}


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def any_free() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def url(port: int) -> str:
    return f"http://{HOST}:{port}"
