"""Reads what an answer wants, with STOP before all else."""

import re
import unicodedata

from twofold.messages.replies.model import DOUBTFUL, HELP, NOT_NOW, OTHER, STOP
from twofold.messages.replies.wording.alone import read_alone
from twofold.messages.replies.wording.decline import declined
from twofold.messages.replies.wording.fold import LONGEST, bare, fold
from twofold.messages.replies.wording.mend import mend
from twofold.messages.replies.wording.reactions import split_reaction
from twofold.messages.replies.wording.sentences import read_sentences
from twofold.messages.replies.wording.tokens import END, LINE, cut, unbroken

MOST_LINES = 20
"""Lines over which somebody may break one sentence; a longer text has sentences of its own on each."""

_SHOUTED = re.compile(r"(?<!\w)STOP(?!\w)")


def read_intent(body: str, *, told: str | None = None) -> str:
    """STOP, HELP, START, YES, DOUBTFUL, NOT_NOW or OTHER of `replies.model`; never JOIN: a campaign's keyword decides.

    `told` is what the provider took it for (stop, help, start): its stop always holds, its help where nothing else
    is read here, its start never, because providers count a YES among their words for it. Clear wishes to get no
    more texts are STOP in fourteen languages; what may be one is DOUBTFUL, and an offer declined is NOT_NOW, where
    nothing in the answer may be such a wish. Only the first 1600 characters are read.
    """
    if told == STOP:
        return STOP
    read = _read(body)
    return HELP if read == OTHER and told == HELP else read


def _read(body: str) -> str:
    own, quoted = split_reaction(fold(body))
    want = _understand(own, shouted=_shouted(body))
    if want == OTHER and quoted and _understand(quoted, shouted=False) in (STOP, DOUBTFUL):
        return DOUBTFUL
    return NOT_NOW if not quoted and _declined(body, want) else want


def _declined(body: str, want: str) -> bool:
    """Whether they decline an offer and no more: asked last, of what nobody takes for a clear wish to leave."""
    rest = declined(cut(bare(body))) if want in (OTHER, DOUBTFUL) else None
    if rest is None or (rest and want == DOUBTFUL):
        return False
    return all(_mean([END, *words, END], shouted=False) == OTHER for words in rest)


def _understand(folded: str, *, shouted: bool) -> str:
    return _mean(cut(folded), shouted=shouted)


def _mean(cut_words: list[str], *, shouted: bool) -> str:
    words = mend(cut_words)
    alone = read_alone(words)
    if alone:
        return alone
    wants = {read_sentences(words, shouted=shouted)}
    if 0 < words.count(LINE) <= MOST_LINES:
        wants.add(read_sentences(unbroken(words), shouted=False))
    return next((want for want in (STOP, DOUBTFUL) if want in wants), OTHER)


def _shouted(body: str) -> bool:
    """Whether STOP stands out by its capitals from a text that is not all capitals."""
    text = body[:LONGEST]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _SHOUTED.search(text) is not None and any(c.islower() for c in text)
