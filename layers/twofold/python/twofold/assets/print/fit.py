"""Sets words into a room: as large as they fit, on as few lines, and never beyond its edges."""

from dataclasses import dataclass

from .widths import width
from .words import clean, clusters, pieces

LINE = 1.25
"""From one line to the next, in type sizes: enough for two accents on a Vietnamese capital."""
_SMALLER = 0.96
_CUT = "…"
_MOST = 600
"""Characters; no card holds more of them at its smallest type, so nobody measures the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Millimetres: how wide and tall, and between which type sizes the words may choose."""

    width: float
    height: float
    largest: float
    smallest: float


@dataclass(frozen=True, slots=True)
class Lines:
    """Words on lines of one type size, in millimetres."""

    size: float
    lines: tuple[str, ...]
    cut: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LINE


def fit(text: str, room: Room) -> Lines:
    """Shrunk, then broken, until it fits; at the smallest size what is left over ends in `…`."""
    words = clean(text)[:_MOST]
    size = room.largest
    while size > room.smallest and not _fits(words, size, room):
        size = max(size * _SMALLER, room.smallest)
    ems = room.width / size
    lines = _wrap(words, ems)
    most = max(int(room.height / (size * LINE) + 1e-6), 1)
    if len(lines) > most:
        return Lines(size, (*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), ems)), cut=True)
    return Lines(size, tuple(_balanced(words, ems, len(lines))))


def _fits(words: str, size: float, room: Room) -> bool:
    """All of it, and with no word torn apart where a smaller size would keep it whole."""
    ems = room.width / size
    whole = all(width(word) <= ems for word in words.split(" "))
    return whole and len(_wrap(words, ems)) * size * LINE <= room.height


def _wrap(words: str, ems: float) -> list[str]:
    lines: list[str] = []
    for word in filter(None, words.split(" ")):
        if lines and width(f"{lines[-1]} {word}") <= ems:
            lines[-1] += f" {word}"
        else:
            lines.extend(_broken(word, ems))
    return lines


def _broken(word: str, ems: float) -> list[str]:
    """A word on as many lines as it needs, broken after the punctuation of an address, or else anywhere."""
    if width(word) <= ems:
        return [word]
    lines = [""]
    for piece in pieces(word):
        for part in [piece] if width(piece) <= ems else clusters(piece):
            if lines[-1] and width(lines[-1] + part) > ems:
                lines.append("")
            lines[-1] += part
    return lines


def _balanced(words: str, ems: float, count: int) -> list[str]:
    """The same number of lines, each about as long, so that no word is left alone on the last."""
    narrow, wide = ems / 2, ems
    for _ in range(8):
        between = (narrow + wide) / 2
        narrow, wide = (narrow, between) if len(_wrap(words, between)) <= count else (between, wide)
    return _wrap(words, wide)


def _cut(words: str, ems: float) -> str:
    kept = ""
    for cluster in clusters(words):
        if width(kept + cluster + _CUT) > ems:
            break
        kept += cluster
    return kept.rstrip() + _CUT
