"""What a browser loads: each folder below `functions/<name>/browser` with a `main.js` becomes one file of `static/`."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from infra.artefacts import once

ROOT = Path(__file__).parents[2]
SOURCES = "browser"
BUILD = ROOT / ".local" / "build" / SOURCES
PACKAGES = ROOT / "node_modules"
ESBUILD = PACKAGES / ".bin" / "esbuild"
LOCK = ROOT / "package-lock.json"

OPTIONS = (
    "--bundle",
    "--minify",
    "--format=iife",
    "--target=es2020",
    "--charset=utf8",
    "--legal-comments=inline",
)
"""One classic script, so that a page needs no module and nothing of it is global. Every browser that knows the
`<dialog>` it opens (Chrome 37, Firefox 98, Safari 15.4) reads ES2020, which spares the detours of older targets.
What names a licence stays in it."""


class CannotBundle(Exception):
    """What esbuild said, or that it is not there."""


def bundled(function: Path) -> dict[str, Path]:
    """The built files of a function's folder by their names (`widget.js`), built once for each content of the sources.

    Empty for a function without a `browser` folder. Raises CannotBundle.
    """
    if not (function / SOURCES).is_dir():
        return {}
    files = [LOCK, Path(__file__), *once.sources(function / SOURCES)]
    key = once.digest(files, relative_to=ROOT) if function.is_relative_to(ROOT) else once.digest(files)
    folder = once.built(BUILD / function.name, key, lambda to: bundles(function, to))
    return {path.name: path for path in sorted(folder.iterdir())}


def bundles(function: Path, to: Path) -> None:
    """Writes the bundles of a function's folder into `to`: the same bytes for the same sources. Raises CannotBundle."""
    with tempfile.TemporaryDirectory() as scratch:
        sources = Path(scratch) / SOURCES
        shutil.copytree(function / SOURCES, sources)
        for sheet in sorted(sources.rglob("*.css")):
            _run(str(sheet), "--minify", "--target=es2020", "--allow-overwrite", f"--outfile={sheet}")
        for main in sorted(sources.glob("*/main.js")):
            # A style sheet that is imported is a text, which the script adopts.
            _run(str(main), *OPTIONS, "--loader:.css=text", f"--outfile={to / main.parent.name}.js")


def _run(*arguments: str) -> None:
    if not ESBUILD.is_file():
        raise CannotBundle("esbuild is not installed. `make setup` does it.")
    command = [str(ESBUILD), *arguments, "--log-level=warning"]
    # Where a script names a package, it is that of our lock file: the sources are built in a folder of their own.
    environment = {**os.environ, "NODE_PATH": str(PACKAGES)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotBundle(done.stderr[-4000:])
