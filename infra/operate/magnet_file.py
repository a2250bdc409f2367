"""Which files may be handed over: those that a phone opens, and that cannot run."""

import re
from pathlib import Path

from infra.commands.screen import CannotGoOn

LARGEST = 50 * 1024 * 1024
"""Bytes: more is no pleasure on a phone, and somebody pays for each download."""

KINDS: dict[str, tuple[str, tuple[bytes, ...]]] = {
    ".pdf": ("application/pdf", (b"%PDF-",)),
    ".epub": ("application/epub+zip", (b"PK\x03\x04",)),
    ".jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    ".jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
    ".png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    ".mp3": ("audio/mpeg", (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    ".m4a": ("audio/mp4", (b"ftyp",)),
    ".mp4": ("video/mp4", (b"ftyp",)),
    ".ics": ("text/calendar", (b"BEGIN:VCALENDAR",)),
}
"""By the name's ending: the media type, and how such a file begins (that of MP4 from its fifth byte on)."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._ -]{0,99}")


def checked(file: Path) -> str:
    """The media type. Raises CannotGoOn, in one sentence, for what should not be handed to anybody."""
    kind = KINDS.get(file.suffix.lower())
    if kind is None:
        raise CannotGoOn(
            f"FILE: {file.name} is no file that is safe to hand over: {', '.join(sorted(KINDS))} are."
        )
    if not _NAME.fullmatch(file.name):
        raise CannotGoOn(f"FILE: call {file.name} by letters, digits, blanks, dots, - and _ alone.")
    size, head = _looked_into(file)
    if size > LARGEST:
        raise CannotGoOn(f"FILE: {file.name} has {size / 2**20:.0f} MB; {LARGEST >> 20} MB is the most.")
    media, beginnings = kind
    if not (head.startswith(beginnings) or head[4:].startswith(beginnings)):
        raise CannotGoOn(
            f"FILE: {file.name} is called {file.suffix}, but does not begin as such a file does."
        )
    return media


def _looked_into(file: Path) -> tuple[int, bytes]:
    try:
        with file.open("rb") as content:
            return file.stat().st_size, content.read(32)
    except OSError as error:
        raise CannotGoOn(f"FILE: {file} cannot be read: {error.strerror}.") from None
