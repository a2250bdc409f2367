"""Small letters without accents."""

import unicodedata

from twofold.messages.replies.wording.lookalikes import LETTERS

_MARKS = frozenset({"Mn", "Me"})
_GROWN, _CHUNK = 2000, 64
"""Characters that are kept when signs stand for several, as some stand for eighteen, and read at once until then."""


def plain(text: str) -> str:
    """Full-width, circled and mathematical letters become plain ones, letters with strokes lose them."""
    if text.isascii():
        return text.casefold().translate(LETTERS)
    apart = _apart(_apart(text).casefold())
    return (apart if apart.isascii() else "".join(filter(_stands, apart))).translate(LETTERS)


def _stands(char: str) -> bool:
    return char.isascii() or unicodedata.category(char) not in _MARKS


def _apart(text: str) -> str:
    parts: list[str] = []
    grown = 0
    for start in range(0, len(text), _CHUNK):
        parts.append(unicodedata.normalize("NFKD", text[start : start + _CHUNK]))
        grown += len(parts[-1])
        if grown > _GROWN:
            break
    return "".join(parts)[:_GROWN]
