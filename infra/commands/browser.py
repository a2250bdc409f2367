"""The browser of the tests: Debian's own package where one may install it. Nothing else here needs a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from infra.commands.screen import step, warn

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MISSING = (
    "No Chromium here, so tests in a browser are left out. On Debian and Ubuntu: sudo apt install chromium"
)

_INSTALL = ["install", "--yes", "--quiet", "--no-install-recommends", "chromium"]
_PATIENCE = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20"]


def found() -> str | None:
    """The path of one that is here."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def want(tried: Path) -> None:
    """Installs one if need be, or says in a line that it cannot. `tried` is left behind: that is tried once."""
    if found() or tried.exists():
        return
    apt = _apt()
    if apt:
        with step("Chromium, for the tests in a browser"):
            # The lists of a fresh machine are empty or old.
            if not _ends_well([*apt, *_INSTALL]) and _ends_well([*apt, "update"]):
                _ends_well([*apt, *_INSTALL])
    tried.touch()
    if not found():
        warn(MISSING)


def _apt() -> list[str] | None:
    """The command, with the right to use it; None where there is none."""
    apt = shutil.which("apt-get")
    if not apt:
        return None
    if os.geteuid() == 0:
        return [apt, *_PATIENCE]
    sudo = shutil.which("sudo")
    return [sudo, "-n", apt, *_PATIENCE] if sudo and _ends_well([sudo, "-n", "true"]) else None


def _ends_well(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return done.returncode == 0
