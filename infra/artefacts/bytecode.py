"""Compiles ahead of time: zipping resets file times, so ordinary bytecode is useless at a cold start."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from infra.artefacts.target import Target


def compiled_copy(source: Path, files: Iterable[Path], to: Path, target: Target, at: str) -> None:
    """`files` of `source`, with bytecode, as they will lie below the folder `at` of the function."""
    for file in files:
        place = to / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
    compile_tree(to, target, at)


def compile_tree(folder: Path, target: Target, at: str) -> None:
    """Never compared with the source's time. Without the target's interpreter, sources stay as they are."""
    python = target.interpreter()
    if python is None:
        print(f"No Python {target.python} here: cold starts will compile {at} themselves.", file=sys.stderr)
        return
    options = ["--invalidation-mode", "unchecked-hash", "-q", "-j", "1", "-s", str(folder), "-p", at]
    command = [python, "-m", "compileall", *options, str(folder)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "0"}, stdout=sys.stderr)
