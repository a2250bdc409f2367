"""The repository as its rules see it: what git knows or would take."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCKS = (
    "package-lock.json",
    "requirements-dev.txt",
    "requirements-emulator.txt",
    "layers/vendor/requirements.txt",
    "layers/parquet/requirements.txt",
)


def files(*endings: str) -> list[Path]:
    """Committed files and new ones, without what is ignored; of these endings when any are named."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    found = (ROOT / name for name in names if not endings or name.endswith(endings))
    return sorted(path for path in found if path.is_file())


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    """Empty for what is not text."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""
