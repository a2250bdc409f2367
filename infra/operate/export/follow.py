"""Waits for the end of an export, and fetches its files."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import urllib3
from urllib3.exceptions import HTTPError

from infra.commands.screen import CannotGoOn, during, step
from twofold.contracts.payloads.exports import ExportedFile, ExportProgress

EVERY = 1.0
"""Seconds between two looks."""

Show = Callable[[str], ExportProgress]


def follow(export_id: str, show: Show) -> ExportProgress:
    """How it ended; who stops waiting stops nothing."""
    title = f"Writing {export_id}"
    try:
        with step(title):
            while (told := show(export_id)).state in ("waiting", "running"):
                during(title, f"{told.rows:,} rows")
                time.sleep(EVERY)
    except KeyboardInterrupt:
        raise CannotGoOn(
            f"It goes on without you. To fetch it later: make export EXPORT={export_id}"
        ) from None
    if told.state == "withdrawn":
        raise CannotGoOn("It was withdrawn: somebody who was in it has been erased. Ask for it again.")
    if told.state == "failed":
        raise CannotGoOn(f"It was given up: {told.why}")
    return told


def fetch(told: ExportProgress, folder: Path) -> list[Path]:
    """Put its files into the folder, each under a name of its own, whole or not at all. Raises CannotGoOn."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_fetched(file, folder / f"{told.kind}-{told.export_id}-{file.name}") for file in told.files]
    except OSError as error:
        raise CannotGoOn(f"OUT: {folder} cannot be written to: {error.strerror}.") from None


def _fetched(file: ExportedFile, place: Path) -> Path:
    coming = place.with_name(f"{place.name}.coming")
    with step(f"Fetching {place.name}"):
        try:
            with urllib3.request("GET", file.url, preload_content=False) as answer, coming.open("wb") as to:
                shutil.copyfileobj(answer, to)
        except HTTPError as error:
            coming.unlink(missing_ok=True)
            raise CannotGoOn(f"{file.name} did not arrive ({type(error).__name__}). Run it again.") from None
        if answer.status != 200 or coming.stat().st_size != file.bytes:
            coming.unlink()
            raise CannotGoOn(
                f"{file.name} did not arrive whole: the bucket said {answer.status}. Run it again."
            )
    return coming.replace(place)
