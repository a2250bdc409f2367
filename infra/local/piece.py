"""A process that outlives the command that started it: the emulator, the gateway.

It holds an open lock on its own file for as long as it lives. So whether it runs is never guessed from a
number that another program may have been given since.
"""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from infra.local.workspace import ROOT

PATIENCE = 8.0


@dataclass(frozen=True)
class Piece:
    """`folder` gets NAME.pid (which is also the lock) and NAME.log."""

    name: str
    folder: Path

    @property
    def log(self) -> Path:
        return self.folder / f"{self.name}.log"

    @property
    def pid(self) -> int | None:
        """The process, or None when it is not running."""
        file = self.folder / f"{self.name}.pid"
        if not file.is_file():
            return None
        with file.open() as handle:
            return None if _lock(handle.fileno()) else int(handle.read() or 0) or None

    def start(self, command: Sequence[str | Path], environment: Mapping[str, str]) -> int:
        """Detach the command and return its id; it survives this command and its terminal."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / f"{self.name}.pid").open("a+") as handle, self.log.open("w") as log:
            _lock(handle.fileno())
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=(handle.fileno(),),
            )
            handle.truncate(0)
            handle.write(str(process.pid))
        return process.pid

    def stop(self) -> bool:
        """End it and what it started, politely first. False when it was not running."""
        pid = self.pid
        if pid is None:
            return False
        for sign in (signal.SIGTERM, signal.SIGKILL):
            _signal(pid, sign)
            if self._gone():
                break
        return True

    def tail(self, lines: int = 15) -> str:
        text = self.log.read_text(errors="replace") if self.log.is_file() else ""
        return "\n".join(text.splitlines()[-lines:])

    def _gone(self) -> bool:
        until = time.monotonic() + PATIENCE
        while self.pid is not None and time.monotonic() < until:
            time.sleep(0.05)
        return self.pid is None


def _lock(descriptor: int) -> bool:
    """True when nobody else holds it; the lock goes when the last holder closes the file."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _signal(pid: int, sign: signal.Signals) -> None:
    try:
        os.killpg(pid, sign)
    except ProcessLookupError:
        return
