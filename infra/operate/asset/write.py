"""Writes what was made where the operator said."""

from pathlib import Path

from infra.commands.screen import CannotGoOn


def write(file: Path, content: bytes, *, secret: bool = False) -> None:
    """Write the file and the folders above it; only its owner may read a secret. Raises CannotGoOn."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600 if secret else 0o666)
        if secret:
            file.chmod(0o600)
        file.write_bytes(content)
    except OSError as error:
        raise CannotGoOn(f"--out: {file} cannot be written: {error.strerror}.") from None
