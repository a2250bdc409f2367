"""What is uploaded: the layers and the functions' folders, built from sources the same way every time."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from infra.artefacts import browser, bytecode, once, parquet, vendor
from infra.artefacts.target import Target

ROOT = Path(__file__).parents[2]
BUILD = ROOT / ".local" / "build"


class Artefacts(Protocol):
    """Folders ready to be zipped, for one target."""

    @property
    def target(self) -> Target:
        """The machine they are for."""

    def vendor(self) -> Path:
        """The third-party packages, as a layer."""

    def parquet(self) -> Path:
        """What writes Parquet files, as a layer of its own: one function needs it, and it is large."""

    def product(self) -> Path:
        """Our own package, as a layer."""

    def function(self, name: str) -> Path:
        """The folder of one function; what a browser loads is bundled in its `static/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltArtefacts:
    """Builds below `.local/build`, once for each content: a second synthesis finds everything there."""

    target: Target

    def vendor(self) -> Path:
        return self._installed("vendor", vendor.install)

    def parquet(self) -> Path:
        return self._installed("parquet", parquet.install)

    def product(self) -> Path:
        return self._compiled(ROOT / "layers" / "twofold", "twofold", at="/opt")

    def function(self, name: str) -> Path:
        return self._compiled(ROOT / "functions" / name, name, at="/var/task")

    def _installed(self, name: str, install: Callable[[Path, Path, Target], None]) -> Path:
        lock = ROOT / "layers" / name / "requirements.txt"
        sources = [lock, *sorted((ROOT / "infra" / "artefacts").glob("*.py"))]
        key = once.digest(sources, self.target.key)
        return once.built(BUILD / name, key, lambda to: install(lock, to, self.target))

    def _compiled(self, source: Path, name: str, *, at: str) -> Path:
        bundles = browser.bundled(source)
        files = [path for path in once.sources(source) if source / browser.SOURCES not in path.parents]
        key = once.digest(files, self.target.key, at, once.digest(bundles.values()), relative_to=source)
        return once.built(BUILD / name, key, lambda to: self._copy(source, files, bundles, to, at))

    def _copy(self, source: Path, files: list[Path], bundles: dict[str, Path], to: Path, at: str) -> None:
        bytecode.compiled_copy(source, files, to, self.target, at)
        for name, path in bundles.items():
            place = to / "static" / name
            place.parent.mkdir(exist_ok=True)
            shutil.copyfile(path, place)
