"""Starts Python as bare as in a function: no site-packages, nothing inherited, the same every time."""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import botocore

REGION = "eu-central-1"
HERE = Path(__file__).parent
_PYTHON = str(Path(sys.executable).resolve())
_GRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


def counts_instructions() -> bool:
    """Whether this machine can count instructions, which repeat to the digit where times only hover."""
    return bool(shutil.which("valgrind") and shutil.which("setarch"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreter:
    """Imports from `path` only; `endpoint` stands in for all of AWS."""

    path: tuple[Path, ...]
    endpoint: str
    settings: dict[str, str]

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": ":".join(map(str, self.path)),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "bench",
            "AWS_SECRET_ACCESS_KEY": "bench",
            "BOTOCORE_DATA": str(Path(botocore.__file__).parent / "data"),
            **self.settings,
        }

    def command(self, script: str, *arguments: str) -> list[str]:
        return [_PYTHON, "-S", "-P", str(HERE / script), *arguments]

    def run(self, script: str, *arguments: str, said: str = "") -> str:
        """What the script printed. Raises CalledProcessError."""
        return self._run(self.command(script, *arguments), said).stdout

    def count(self, script: str, *arguments: str, said: str = "") -> int:
        """Instructions of the whole process."""
        counted = self._run(["setarch", "-R", *_GRIND, *self.command(script, *arguments)], said)
        found = re.search(r"I\s+refs:\s+([\d,]+)", counted.stderr)
        assert found, counted.stderr
        return int(found[1].replace(",", ""))

    def _run(self, command: Sequence[str], said: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(command, env=self.environment, input=said, capture_output=True, text=True)
        if done.returncode:
            sys.stderr.write(done.stderr[-3000:])
            done.check_returncode()
        return done
