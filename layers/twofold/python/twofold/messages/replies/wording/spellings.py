"""How a word of the tables may arrive."""

import unicodedata
from functools import cache

from twofold.messages.replies.wording.plain import plain
from twofold.messages.replies.wording.sounds import sound

_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})


@cache
def spellings(written: str) -> frozenset[str]:
    """A word or phrase plain, by its Vietnamese sound, and with umlauts written out; behind `=`, by its sound only."""
    if written.isascii() and not written.startswith("="):
        return frozenset({plain(written)})
    composed = unicodedata.normalize("NFC", written).casefold()
    heard = " ".join(map(sound, composed.split(" ")))
    if heard.startswith("="):
        return frozenset({heard[1:]})
    written_out = composed.translate(_WRITTEN_OUT)
    return frozenset({heard, plain(composed), *([plain(written_out)] if written_out != composed else [])})
