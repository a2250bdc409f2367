"""Words as they can be printed: what cannot be seen is gone, and it is known where they may break."""

import re
import unicodedata

_JOINERS = "\u200c\u200d"
"""The only invisible characters that stay: they shape Persian, Indic scripts and emoji."""
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_AMOUNT = re.compile(r"(?<=\d) (?=[%‰$£¥€₫₪₹₺₽₴₩](?!\w))")
_BREAKS = re.compile(r"(?<=[/.?&=_-])(?=.)")


def clean(text: str) -> str:
    """On one line, composed, without control characters, halves of surrogates, and marks that turn its direction.

    An amount keeps its symbol beside it (`50.000 ₫`, `20 %`): between them stands a space that no line breaks at.
    """
    spaced = _AMOUNT.sub("\u00a0", _SPACES.sub(" ", unicodedata.normalize("NFC", text)))
    return "".join(
        character
        for character in spaced
        if character in _JOINERS or unicodedata.category(character)[0] != "C"
    ).strip()


def clusters(text: str) -> list[str]:
    """What a reader takes for one character each: a letter with its accents, an emoji with all that shapes it."""
    found: list[str] = []
    for character in text:
        if found and (_leans(character) or found[-1].endswith("\u200d")):
            found[-1] += character
        else:
            found.append(character)
    return found


def pieces(word: str) -> list[str]:
    """Where a word too long for its line breaks best: after the punctuation of an address."""
    return _BREAKS.split(word)


def reads_leftwards(text: str) -> bool:
    """Whether the first letter that has a direction goes from right to left, as in Hebrew and Arabic."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((one != "L" for one in directions if one in {"L", "R", "AL"}), False)


def _leans(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or character in _JOINERS or ord(character) in _SKIN_TONES
