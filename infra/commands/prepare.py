"""`make setup`: what must be on the machine, three sets of packages, each installed once per lock, and a browser.

Runs on whatever `python3` is, before anything is installed: standard library only.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from infra.commands import browser
from infra.commands.screen import CannotGoOn, say, step
from infra.local.workspace import EMULATOR_PYTHON, LOCAL, PYTHON, ROOT

OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20
PIP = [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--no-input",
    "--disable-pip-version-check",
    "--require-hashes",
    "-r",
]


def main() -> None:
    """Safe to run as often as one likes, and by two commands at once."""
    _need_python()
    _need_node()
    LOCAL.mkdir(exist_ok=True)
    with (LOCAL / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _install_all()


def _install_all() -> None:
    development = ROOT / "requirements-dev.txt"
    emulator = ROOT / "infra" / "local" / "requirements-emulator.txt"
    node = ROOT / "package-lock.json"
    _once("Python packages (the first time takes a minute)", PYTHON.parents[1], development, _development)
    _once("The emulator, in an environment of its own", EMULATOR_PYTHON.parents[1], emulator, _environment)
    _once("The CDK command line, and what bundles the widget", ROOT / "node_modules", node, _node)
    browser.want(LOCAL / "browser-tried")


def _need_python() -> None:
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:2]))
        raise CannotGoOn(
            f"Twofold needs Python 3.11 or newer; `{sys.executable}` is {found}.\n"
            "  Name another one: make PYTHON=python3.13 …"
        )
    try:
        __import__("ensurepip")
    except ImportError:
        raise CannotGoOn(
            "This Python cannot make virtual environments.\n"
            "  On Debian and Ubuntu: sudo apt install python3-venv"
        ) from None


def _need_node() -> None:
    node = shutil.which("node")
    text = subprocess.run([node, "--version"], capture_output=True, text=True).stdout if node else ""
    major = int(text.strip().lstrip("v").split(".")[0] or 0)
    if major < OLDEST_NODE or not shutil.which("npm"):
        raise CannotGoOn(
            f"Twofold is deployed by the AWS CDK, which needs Node.js {OLDEST_NODE} or newer with npm; "
            f"found {text.strip() or 'none'}.\n"
            "  Get it from your system's packages (Debian: apt install nodejs npm; macOS: brew install node)."
        )


def _once(title: str, folder: Path, lock: Path, install: Callable[[Path, Path], None]) -> None:
    """Installs only when the lock, the place or the Python is another than the last time it succeeded."""
    stamp = folder / ".installed-from"
    told = f"{lock.read_text()}{folder}{sys.version}{install.__name__}"
    wanted = hashlib.sha256(told.encode()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    with step(title):
        install(folder, lock)
        stamp.write_text(wanted)


def _environment(folder: Path, lock: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(folder)])
    _run([str(folder / "bin" / "python"), *PIP, str(lock)])


def _development(folder: Path, lock: Path) -> None:
    """Our own packages are found where they are: by their path, not by a copy."""
    _environment(folder, lock)
    site = next((folder / "lib").glob("python3*/site-packages"))
    (site / "twofold.pth").write_text(f"{ROOT}\n{ROOT / 'layers' / 'twofold' / 'python'}\n")


def _node(folder: Path, lock: Path) -> None:
    _run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"])


def _run(command: list[str]) -> None:
    """Quiet while it goes well; what it said is shown when it does not."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    result = subprocess.run(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if result.returncode:
        say((result.stdout + result.stderr)[-4000:])
        raise CannotGoOn(f"`{' '.join(command[:4])} …` failed; what it said stands above.")


if __name__ == "__main__":
    main()
