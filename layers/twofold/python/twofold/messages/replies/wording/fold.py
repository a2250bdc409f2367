"""One shape for every way to write the same letters."""

import unicodedata

from twofold.messages.replies.wording.accents import keep_apart
from twofold.messages.replies.wording.lookalikes import LETTERS, SIGNS

LONGEST = 1600
"""Characters of an answer that are read: ten parts, as many as providers join."""

_UNSEEN = frozenset({"Cf", "Cc", "Co", "Cn", "Cs"})
_MARKS = frozenset({"Mn", "Me"})
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_SPACES = frozenset("\n\t\r")
_DEEPEST = 3
"""Accents on one letter that are kept to be composed; to sort a long pile of them would take long."""


def fold(text: str) -> str:
    """The text in small letters without accents, invisible characters, and letters that only look different.

    Full-width, circled and mathematical letters become plain ones, signs that speak become words. Cyrillic and
    Greek stay what they are, for `look_alikes` to decide. Nothing beyond LONGEST is read.
    """
    seen = keep_apart(_thin(text[:LONGEST].translate(SIGNS)))
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", seen)[: 2 * LONGEST].casefold())
    return "".join(c for c in plain if c.isascii() or unicodedata.category(c) not in _MARKS).translate(
        LETTERS
    )


def _thin(text: str) -> str:
    """Without what is not seen, and with no more than a few accents on one letter."""
    if text.isascii():
        return text
    kept: list[str] = []
    deep = 0
    for char in text:
        kind = unicodedata.category(char)
        deep = deep + 1 if kind in _MARKS else 0
        if char in _SPACES or (deep <= _DEEPEST and kind not in _UNSEEN and char not in _BLANK):
            kept.append(char)
    return "".join(kept)
