"""The machine that the artefacts will run on."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """`platforms` are pip's tags, best first; empty means this very machine."""

    python: str
    machine: str
    platforms: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Tells the artefacts of one target from those of another."""
        return "-".join((self.python, self.machine, *self.platforms))

    @property
    def is_arm(self) -> bool:
        return self.machine in ("aarch64", "arm64")

    def interpreter(self) -> str | None:
        """One here of the target's minor version, or None. Bytecode does not depend on the processor."""
        return next((path for path in self._candidates() if _is(path, self.python)), None)

    def _candidates(self) -> Iterator[str]:
        yield sys.executable
        name = f"python{self.python}"
        if found := shutil.which(name):
            yield found
        pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
        yield from map(str, sorted(pyenv.glob(f"versions/{self.python}.*/bin/{name}")))


LAMBDA = Target(
    python="3.13",
    machine="aarch64",
    platforms=("manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"),
)


def host() -> Target:
    """The emulator runs functions on this machine's own interpreter."""
    return Target(python=f"{sys.version_info.major}.{sys.version_info.minor}", machine=platform.machine())


def _is(path: str, version: str) -> bool:
    """Whether it runs and is that minor version: a version manager's stand-in may be neither."""
    ask = [path, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        return subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip() == version
    except (OSError, subprocess.CalledProcessError):
        return False
