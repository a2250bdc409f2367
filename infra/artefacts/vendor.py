"""The vendor layer: exactly the locked packages, for the target, without what never runs in a function."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from infra.artefacts import lazy_packages, service_models
from infra.artefacts.bytecode import compile_tree
from infra.artefacts.target import Target

UNUSED = (
    "bin",
    "**/__pycache__",
    "**/tests",
    "**/*.dist-info/RECORD",
    "**/*.dist-info/INSTALLER",
    "**/*.pyi",
)


def install(lock: Path, to: Path, target: Target) -> None:
    """Raises CalledProcessError when a package is not to be had for the target, or not what the lock says."""
    packages = to / "python"
    fetch(lock, packages, target)
    _trim(packages)
    compile_tree(to, target, "/opt")


def fetch(lock: Path, packages: Path, target: Target) -> None:
    """The locked packages as they come. Raises CalledProcessError."""
    command = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-compile"]
    strict = ["--no-deps", "--require-hashes", "--only-binary=:all:", "--requirement", str(lock)]
    platform = [f"--platform={tag}" for tag in target.platforms]
    if platform:
        platform += [f"--python-version={target.python}", "--implementation=cp"]
    where = ["--target", str(packages)]
    subprocess.run([*command, *strict, *platform, *where], check=True, stdout=sys.stderr)


def take_away(folder: Path, patterns: Iterable[str]) -> None:
    for pattern in patterns:
        for path in sorted(folder.glob(pattern)):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def _trim(packages: Path) -> None:
    """Leaves licences and metadata; takes away scripts, type stubs, tests, other services' models and eager imports."""
    take_away(packages, UNUSED)
    service_models.trim(packages / "botocore" / "data")
    lazy_packages.postpone(packages)
