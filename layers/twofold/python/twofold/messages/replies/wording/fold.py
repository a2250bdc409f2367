"""One shape for every way to write the same letters."""

import unicodedata

from twofold.messages.replies.wording.accents import tell_apart
from twofold.messages.replies.wording.lookalikes import SIGNS
from twofold.messages.replies.wording.plain import plain

LONGEST = 1600
"""Characters of an answer that are read: ten parts, as many as providers join."""

_GROWN = 2000
"""Characters that are kept when signs have become words."""

_UNSEEN = frozenset({"Cf", "Cc", "Co", "Cn", "Cs"})
_MARKS = frozenset({"Mn", "Me"})
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_SPACES = frozenset("\n\t\r")
_DEEPEST = 3
"""Accents on one letter that are kept to be composed; to sort a long pile of them would take long."""


def fold(text: str) -> str:
    """The text in small letters without accents, invisible characters, and letters that only look different.

    Signs that speak become words. Cyrillic and Greek stay what they are, for `look_alikes` to decide. Vietnamese
    that is written with its accents keeps them where they matter. Nothing beyond LONGEST is read.
    """
    composed = _composed(text)
    return tell_apart(composed) or plain(composed)


def bare(text: str) -> str:
    """The same without any accents, whatever the language: for words that no accent makes another of."""
    return plain(_composed(text))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", _thin(text[:LONGEST].translate(SIGNS)[:_GROWN])).casefold()


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
