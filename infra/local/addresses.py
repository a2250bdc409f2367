"""Which ports of this machine we answer on: our own where they are free, others where they are not."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping

from infra.environments import load

HOST = "127.0.0.1"
NAMES = ("site", "api", "admin", "phone", "emulator")


def preferred() -> dict[str, int]:
    """The ports of the environment `local`, or five in a row from the one in `TWOFOLD_PORT`."""
    own = load("local").ports
    first = int(os.environ.get("TWOFOLD_PORT") or own["site"])
    return {name: first + offset for offset, name in enumerate(NAMES)}


def choose(kept: Mapping[str, int], held: frozenset[str]) -> dict[str, int]:
    """A port for every name: the one it has had (`kept`), else our own, else any that is free.

    Those in `held` are ours and in use already, so that they are busy says nothing.
    """
    wanted = {**preferred(), **kept}
    return {name: port if name in held or is_free(port) else any_free() for name, port in wanted.items()}


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
