"""The courtesies that may stand beside a decline."""

from functools import cache

from twofold.messages.replies.model import START, YES
from twofold.messages.replies.wording.lexicon import ALONE, fillers
from twofold.messages.replies.wording.plain import plain

IMPATIENT = """immediately asap once right already promptly again ffs wtf omg god goddamn fucking jesus forever sms
    signofleaving sofort umgehend dringend endlich nochmal nochmals natychmiast pilnie końcu wreszcie naprawdę inmediato
    inmediatamente urgente dios una todo ya immédiatement tout vite enfin urgent définitivement suite subito
    immediatamente tutto imediatamente tudo já meteen direct onmiddellijk ihned hned okamžitě konečně hemen derhal artık
    genast omedelbart немедленно срочно всё уже негайно терміново все вже ngay luôn lập tức"""
"""What people add to a STOP who are angry or in a hurry; a decline with it may be one."""


def courtesies(words: list[str]) -> list[bool]:
    """Which of the words are there out of politeness alone: no impatience, no yes, no single letter."""
    return [
        idle and len(word) > 1 and word not in _impatient() and ALONE.get(word) not in (YES, START)
        for word, idle in zip(words, fillers(words), strict=True)
    ]


@cache
def _impatient() -> frozenset[str]:
    return frozenset(map(plain, IMPATIENT.split()))
