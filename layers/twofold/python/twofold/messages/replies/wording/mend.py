"""Words put right: letters of another script, slips of the finger, words run together."""

import re

from twofold.messages.replies.model import STOP
from twofold.messages.replies.wording.lexicon import ALONE, FILLERS, fillers, known
from twofold.messages.replies.wording.lookalikes import look_alikes
from twofold.messages.replies.wording.together import apart
from twofold.messages.replies.wording.tokens import BOUNDS
from twofold.messages.replies.wording.typos import meant

HARDLY_MORE, MOST = 2, 30
"""Words beside fillers in an answer that is hardly more than a keyword, and unknown words that are looked at."""

_DRAWN_OUT = re.compile(r"(.)\1+$")


def mend(words: list[str]) -> list[str]:
    """The words with every unknown one replaced by what it was meant to be, where that can be told."""
    idle = fillers(words)
    alone = (
        sum(word not in BOUNDS and not passes for word, passes in zip(words, idle, strict=True))
        <= HARDLY_MORE
    )
    mended: list[str] = []
    left = MOST
    for word in words:
        strange = left > 0 and word not in BOUNDS and not known(word)
        left -= strange
        mended += _mended(word, alone=alone) if strange else [word]
    return mended


def _mended(word: str, *, alone: bool) -> list[str]:
    for plain in look_alikes(word):
        if ALONE.get(plain) == STOP or (plain.isascii() and len(plain) > 2 and known(plain)):
            return [plain]
    drawn = _DRAWN_OUT.sub(r"\1", word)
    if len(drawn) > 2 and (drawn,) in FILLERS:
        return [drawn]
    keyword = meant(word, alone=alone)
    return apart(word) or [keyword or word]
