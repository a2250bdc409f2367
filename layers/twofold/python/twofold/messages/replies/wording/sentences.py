"""Whole sentences: what they say that matters, once what only sounds like it is struck out."""

from collections.abc import Iterable
from dataclasses import replace

from twofold.messages.replies.model import DOUBTFUL, OTHER, STOP
from twofold.messages.replies.wording.alone import only_keywords
from twofold.messages.replies.wording.lexicon import (
    ASKS,
    DEMANDS,
    DOUBTS,
    HALVES,
    KEEPS,
    LEAVES,
    REQUESTS,
    fillers,
    meanings,
)
from twofold.messages.replies.wording.search import Phrases, Places, cover, find
from twofold.messages.replies.wording.tokens import ASKED, END, LINE, PAUSE


def read_sentences(words: list[str], *, shouted: bool) -> str:
    """STOP for a clear wish, DOUBTFUL for what may be one, else OTHER. `shouted`: STOP stands there in capitals."""
    places = _places(words)
    if _any(DEMANDS, places):
        return STOP
    _erase(KEEPS, places)
    asked = _erase(ASKS, places)
    if not places.erased and only_keywords(words):
        return STOP
    told = replace(places, erased=places.erased | _questions(words, places))
    if _any(LEAVES, told) or (shouted and _stands("stop", words, told)):
        return STOP
    half, doubt = _any(HALVES, places), asked or _any(DOUBTS, places)
    if half and doubt:
        return STOP
    return DOUBTFUL if half or doubt else OTHER


def _places(words: list[str]) -> Places:
    where: dict[str, int] = {}
    for n, word in enumerate(words):
        where[word] = where.get(word, 0) | 1 << n
    found: dict[frozenset[str], int] = {}
    for word, bits in where.items():
        for step in meanings(word):
            found[step] = found.get(step, 0) | bits
    return Places(
        length=len(words),
        ends=_bits(word in (END, ASKED) for word in words),
        pauses=_bits(word in (PAUSE, LINE) for word in words),
        fillers=_bits(fillers(words)),
        words=found,
    )


def _bits(flags: Iterable[bool]) -> int:
    return sum(1 << n for n, flag in enumerate(flags) if flag)


def _any(phrases: Phrases, places: Places) -> bool:
    return any(find(phrase, places) for phrase in phrases.likely(places))


def _erase(phrases: Phrases, places: Places) -> bool:
    """Strikes out every word that one of the phrases stands on; whether there was any."""
    erased = _covered(phrases, places)
    places.erased |= erased
    return erased != 0


def _covered(phrases: Phrases, places: Places) -> int:
    covered = 0
    for phrase in phrases.likely(places):
        fronts = find(phrase, places)
        covered |= cover(phrase, places, fronts) if fronts else 0
    return covered


def _questions(words: list[str], places: Places) -> int:
    """The words of sentences that end in a question mark and ask us to do nothing."""
    requests = _covered(REQUESTS, places) if ASKED in words else 0
    asked, sentence = 0, 0
    for n, word in enumerate(words):
        sentence |= 1 << n
        if word in (END, ASKED):
            asked |= sentence if word == ASKED and not sentence & requests else 0
            sentence = 0
    return asked


def _stands(word: str, words: list[str], places: Places) -> bool:
    return any(said == word and not places.erased >> n & 1 for n, said in enumerate(words))
