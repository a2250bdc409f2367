"""How a word of the tables may arrive."""

import re
import unicodedata

from twofold.messages.replies.wording.plain import plain
from twofold.messages.replies.wording.sounds import sound

_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})


def spellings(written: str) -> frozenset[str]:
    """A word or phrase plain, by its Vietnamese sound, and with umlauts written out; behind `=`, by its sound only."""
    composed = unicodedata.normalize("NFC", written).casefold()
    heard = re.sub(r"\w+", lambda word: sound(word.group()), composed)
    if heard.startswith("="):
        return frozenset({heard[1:]})
    return frozenset({heard, plain(composed), plain(composed.translate(_WRITTEN_OUT))})
