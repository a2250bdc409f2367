"""The characters that make a whole text UCS-2, each with its name and what to write instead."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .alphabet import is_gsm
from .nearest import nearest

_JOINER = "\N{ZERO WIDTH JOINER}"
_SKIN_TONES = ("\N{EMOJI MODIFIER FITZPATRICK TYPE-1-2}", "\N{EMOJI MODIFIER FITZPATRICK TYPE-6}")
_FLAG_LETTERS = ("\N{REGIONAL INDICATOR SYMBOL LETTER A}", "\N{REGIONAL INDICATOR SYMBOL LETTER Z}")
_BLANK = {" ": "a plain space", "\n": "a plain line break"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Costly:
    """What a person sees as one character: a letter with its accents, an emoji with all that belongs to it.

    It begins at `position` of the text and is `len(character)` long. `name` is Unicode's for what is not GSM in it.
    `replacement` is "" for what can only be left out, and None when no GSM letter comes near: a script of its own.
    """

    position: int
    character: str
    name: str
    replacement: str | None

    @property
    def advice(self) -> str:
        """A sentence for whoever writes the text."""
        visible = any(c.isprintable() and not c.isspace() for c in self.character)
        shown = f"“{self.character}” ({self.name})" if visible else f"the {self.name}"
        if self.replacement is None:
            return f"No letter of GSM-7 comes near {shown}."
        if not self.replacement:
            return f"Leave {shown} out."
        instead = f"“{self.replacement}”" if self.replacement.strip() else _BLANK[self.replacement]
        return f"Write {instead} instead of {shown}."


def find_costly(text: str) -> Iterator[Costly]:
    """All of them, in their order."""
    if is_gsm(text):
        return
    for position, seen in _as_seen(text):
        if not is_gsm(seen):
            outside = next(c for c in seen if not is_gsm(c))
            name = unicodedata.name(outside, f"U+{ord(outside):04X}")
            yield Costly(position=position, character=seen, name=name, replacement=nearest(seen))


def _as_seen(text: str) -> Iterator[tuple[int, str]]:
    """The text in the pieces that a person takes for characters, each with its position."""
    begun = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _goes_on(text[begun:end], text[end]):
            yield begun, text[begun:end]
            begun = end


def _goes_on(piece: str, char: str) -> bool:
    """Whether the next code point belongs to this piece still."""
    if char == _JOINER or piece[-1] == _JOINER:
        return True
    if is_gsm(char):
        return False
    toned = _SKIN_TONES[0] <= char <= _SKIN_TONES[1]
    flag = len(piece) == 1 and all(_FLAG_LETTERS[0] <= c <= _FLAG_LETTERS[1] for c in (piece, char))
    return toned or flag or unicodedata.category(char).startswith("M")
