"""Small letters without accents."""

import unicodedata

from twofold.messages.replies.wording.lookalikes import LETTERS

_MARKS = frozenset({"Mn", "Me"})
_GROWN = 3200
"""Characters that are kept when signs stand for several: some stand for eighteen."""


def plain(text: str) -> str:
    """Full-width, circled and mathematical letters become plain ones, letters with strokes lose them."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text)[:_GROWN].casefold())
    return "".join(c for c in apart if c.isascii() or unicodedata.category(c) not in _MARKS).translate(
        LETTERS
    )
