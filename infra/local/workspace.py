"""Where the local stack keeps what it knows: all of it under `.local`, one folder per clone."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LOCAL = ROOT / ".local"
PYTHON = ROOT / ".venv" / "bin" / "python"
EMULATOR_PYTHON = LOCAL / "emulator" / "bin" / "python"


@dataclass(frozen=True)
class Workspace:
    """One running stack's folder. A test run has one of its own beside the one of `make up`."""

    folder: Path

    @classmethod
    def current(cls) -> Workspace:
        """The folder that `TWOFOLD_LOCAL` names, else `.local` of this clone."""
        return cls(Path(os.environ.get("TWOFOLD_LOCAL") or LOCAL).resolve())

    def path(self, name: str) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        return self.folder / name

    @property
    def conversation(self) -> Path:
        """What the phones were told and answered, for as long as the emulator lives."""
        return self.path("phone.jsonl")

    def read(self) -> dict[str, Any]:
        """What the last `make up` wrote; empty before the first."""
        file = self.folder / "stack.json"
        return json.loads(file.read_text()) if file.is_file() else {}

    def write(self, stack: dict[str, Any]) -> None:
        """Replaces the file at once, so that whoever reads it sees the old or the new, never half of it."""
        fresh = self.path("stack.json.new")
        fresh.write_text(json.dumps(stack, indent=2) + "\n")
        fresh.chmod(0o600)
        fresh.replace(self.folder / "stack.json")

    def forget(self) -> None:
        (self.folder / "stack.json").unlink(missing_ok=True)
