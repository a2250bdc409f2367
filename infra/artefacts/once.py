"""Builds a folder once for each content: synthesis is quick, and its result depends on the sources alone."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path


def sources(folder: Path) -> list[Path]:
    """Every file that counts, in an order that no file system decides."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if "__pycache__" not in path.parts and path.suffix != ".pyc")


def digest(files: Iterable[Path], *extra: str, relative_to: Path | None = None) -> str:
    """Of the names and contents of the files and of what else the result depends on."""
    total = sha256("\0".join(extra).encode())
    for path in files:
        name = path.relative_to(relative_to).as_posix() if relative_to else path.name
        total.update(f"\0{name}\0".encode() + sha256(path.read_bytes()).digest())
    return total.hexdigest()[:24]


def built(shelf: Path, key: str, build: Callable[[Path], None]) -> Path:
    """The folder `shelf/key`, built first if need be; it appears whole or not at all."""
    target = shelf / key
    if target.is_dir():
        return target
    shelf.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=shelf, prefix=".building-") as scratch:
        folder = Path(scratch) / key
        folder.mkdir()
        build(folder)
        _settle(folder, target)
    return target


def _settle(folder: Path, target: Path) -> None:
    """Someone else may have built the same at the same time; then theirs is as good."""
    try:
        folder.rename(target)
    except OSError:
        if not target.is_dir():
            raise
        shutil.rmtree(folder)
