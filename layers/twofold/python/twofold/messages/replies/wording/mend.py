"""Words put right: letters of another script, slips of the finger, words run together."""

import re

from twofold.messages.replies.model import STOP
from twofold.messages.replies.wording.lexicon import ALONE, FILLERS, known
from twofold.messages.replies.wording.lookalikes import look_alike
from twofold.messages.replies.wording.together import apart
from twofold.messages.replies.wording.tokens import END, PAUSE
from twofold.messages.replies.wording.typos import meant

HARDLY_MORE, MOST = 2, 40
"""Words beside fillers in an answer that is hardly more than a keyword, and unknown words that are looked at."""

_DRAWN_OUT = re.compile(r"(.)\1+$")


def mend(words: list[str]) -> list[str]:
    """The words with every unknown one replaced by what it was meant to be, where that can be told."""
    alone = sum(word not in (END, PAUSE) and word not in FILLERS for word in words) <= HARDLY_MORE
    mended: list[str] = []
    left = MOST
    for word in words:
        strange = left > 0 and word not in (END, PAUSE) and not known(word)
        left -= strange
        mended += _mended(word, alone=alone) if strange else [word]
    return mended


def _mended(word: str, *, alone: bool) -> list[str]:
    plain = look_alike(word)
    if plain != word:
        return [plain] if ALONE.get(plain) == STOP or (plain.isascii() and len(plain) > 2) else [word]
    drawn = _DRAWN_OUT.sub(r"\1", word)
    if len(drawn) > 2 and drawn in FILLERS:
        return [drawn]
    keyword = meant(word, alone=alone)
    return apart(word) or [keyword or word]
