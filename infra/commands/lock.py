"""`make lock`: the lock files anew from the `.in` files beside them, with hashes and without addresses."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from infra.commands.screen import CannotGoOn, step
from infra.local.workspace import ROOT

SOURCES = (
    "layers/vendor/requirements.in",
    "layers/parquet/requirements.in",
    "requirements-dev.in",
    "infra/local/requirements-emulator.in",
)
OPTIONS = (
    *("--quiet", "--upgrade", "--allow-unsafe", "--strip-extras"),
    *("--generate-hashes", "--no-annotate", "--no-emit-find-links", "--no-emit-index-url"),
)
HEADER = {"CUSTOM_COMPILE_COMMAND": "make lock"}


def main() -> None:
    """The functions' locks come first: the developers' is bound by them."""
    with tempfile.TemporaryDirectory() as scratch:
        python = Path(scratch) / "bin" / "python"
        with step("pip-tools, for this once"):
            _run(sys.executable, "-m", "venv", scratch)
            _run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "pip-tools")
        for source in SOURCES:
            folder, name = (ROOT / source).parent, Path(source).name
            with step(source):
                _run(python, "-m", "piptools", "compile", *OPTIONS, name, at=folder)


def _run(*command: str | Path, at: Path = ROOT) -> None:
    result = subprocess.run(command, cwd=at, env=os.environ | HEADER, capture_output=True, text=True)
    if result.returncode:
        raise CannotGoOn(f"`{' '.join(map(str, command))}` failed:\n{result.stderr[-3000:]}")


if __name__ == "__main__":
    main()
