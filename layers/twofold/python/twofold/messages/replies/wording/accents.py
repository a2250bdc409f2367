"""Words that only their accents tell apart from a word that matters."""

import re
import unicodedata

_APART = {"đúng": "dungright", "dùng": "dunguse", "có": "haveyes"}
"""Vietnamese: right and use beside stop (dừng) and do not (đừng); yes beside the Polish what."""

_TELLING = re.compile(r"\b(?:" + "|".join(_APART) + r")\b")


def keep_apart(text: str) -> str:
    """The text with such a word, when written with its accents, put in words of their own."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text).casefold()
    return _TELLING.sub(lambda found: _APART[found.group()], composed)
