"""Whole sentences: what they say that matters, once what only sounds like it is struck out."""

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
from twofold.messages.replies.wording.phrase import Phrase
from twofold.messages.replies.wording.search import Places, cover, find
from twofold.messages.replies.wording.tokens import ASKED, END, PAUSE


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
    places = Places(length=len(words), ends=0, pauses=0, fillers=0, words={})
    for n, (word, idle) in enumerate(zip(words, fillers(words), strict=True)):
        bit = 1 << n
        places.ends |= bit if word in (END, ASKED) else 0
        places.pauses |= bit if word == PAUSE else 0
        places.fillers |= bit if idle else 0
        for step in meanings(word):
            places.words[step] = places.words.get(step, 0) | bit
    return places


def _any(phrases: list[Phrase], places: Places) -> bool:
    return any(find(phrase, places) for phrase in phrases)


def _erase(phrases: list[Phrase], places: Places) -> bool:
    """Strikes out every word that one of the phrases stands on; whether there was any."""
    erased = 0
    for phrase in phrases:
        fronts = find(phrase, places)
        erased |= cover(phrase, places, fronts) if fronts else 0
    places.erased |= erased
    return erased != 0


def _questions(words: list[str], places: Places) -> int:
    """The words of sentences that end in a question mark and ask us to do nothing."""
    requests = 0
    for phrase in REQUESTS:
        fronts = find(phrase, places)
        requests |= cover(phrase, places, fronts) if fronts else 0
    asked, sentence = 0, 0
    for n, word in enumerate(words):
        sentence |= 1 << n
        if word in (END, ASKED):
            asked |= sentence if word == ASKED and not sentence & requests else 0
            sentence = 0
    return asked


def _stands(word: str, words: list[str], places: Places) -> bool:
    return any(said == word and not places.erased >> n & 1 for n, said in enumerate(words))
