"""All languages at once: what each word can mean, and what an answer of one word or phrase wants."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from twofold.messages.replies.model import HELP, START, STOP, YES
from twofold.messages.replies.wording import schemas
from twofold.messages.replies.wording.language import Language
from twofold.messages.replies.wording.languages import LANGUAGES
from twofold.messages.replies.wording.phrase import Phrase, Word, read_phrases
from twofold.messages.replies.wording.spellings import spellings
from twofold.messages.replies.wording.tokens import BOUNDS, cut


def spoken(phrase: str) -> str:
    """A spelling's words alone, in the shape in which answers are compared."""
    return " ".join(word for word in cut(phrase) if word not in BOUNDS)


def _alone() -> dict[str, str]:
    """Later ones win: whoever's word for leaving is another's for yes has left."""
    wants: dict[str, str] = {}
    for want, name in ((YES, "yes"), (START, "start"), (HELP, "help"), (STOP, "stop")):
        for language in LANGUAGES:
            for phrase in getattr(language, name).split(","):
                wants |= {spoken(spelled): want for spelled in spellings(phrase.strip())}
    wants |= {slip: STOP for language in LANGUAGES for slip in language.slips.split()}
    wants.pop("", None)
    return wants


def _set(words: str) -> frozenset[str]:
    return frozenset().union(*(spellings(word) for word in words.split()))


def _sets(language: Language) -> dict[str, frozenset[str]]:
    stops = [phrase.strip() for phrase in language.stop.split(",") if " " not in phrase.strip()]
    firm = _set(language.firm)
    weak = _set(" ".join(stops)) - firm
    return {name: _set(words) for name, words in language.sets.items()} | {"FIRM": firm, "WEAK": weak}


def _fillers() -> frozenset[tuple[str, ...]]:
    phrases = {phrase for language in LANGUAGES for phrase in language.filler.split(",")}
    spelled = {spoken(spelled) for phrase in phrases for spelled in spellings(phrase.strip())}
    return frozenset(tuple(phrase.split()) for phrase in spelled if phrase)


ALONE = _alone()
JOINED = {phrase.replace(" ", ""): want for phrase, want in ALONE.items() if len(phrase.replace(" ", "")) > 3}
FILLERS = _fillers()
_SETS = [(language, _sets(language)) for language in LANGUAGES]


def _phrases(name: str) -> list[Phrase]:
    everywhere = getattr(schemas, name.upper(), "")
    lines = [(f"{everywhere}\n{getattr(language, name, '')}", sets) for language, sets in _SETS]
    return list(dict.fromkeys(phrase for text, sets in lines for phrase in read_phrases(text, sets)))


DEMANDS, KEEPS, ASKS, LEAVES, REQUESTS, HALVES, DOUBTS = map(
    _phrases, ("demands", "keeps", "asks", "leaves", "requests", "halves", "doubts")
)


def _meanings() -> tuple[dict[str, list[frozenset[str]]], dict[str, list[frozenset[str]]]]:
    """Which steps of phrases a word fits, by the whole word and by its beginning."""
    whole: dict[str, list[frozenset[str]]] = defaultdict(list)
    begun: dict[str, list[frozenset[str]]] = defaultdict(list)
    steps = {
        step.spelled
        for phrase in (*DEMANDS, *KEEPS, *ASKS, *LEAVES, *REQUESTS, *HALVES, *DOUBTS)
        for step in phrase
        if isinstance(step, Word)
    }
    for spelled in steps:
        for word in spelled:
            (begun[word[:-1]] if word.endswith("*") else whole[word]).append(spelled)
    return dict(whole), dict(begun)


_LONGEST_FILLER = max(map(len, FILLERS))
_IDLE = frozenset(word for phrase in FILLERS for word in phrase)
_WHOLE, _BEGUN = _meanings()
_SOME = "#"
"""How phrases write a number too short to be a telephone's."""
_BEGINNINGS = range(min(map(len, _BEGUN)), max(map(len, _BEGUN)) + 1)


@cache
def words_of(*names: str) -> frozenset[str]:
    """Every whole word of the sets of these names."""
    found = (sets.get(name, frozenset()) for _, sets in _SETS for name in names)
    return frozenset(word for words in found for word in words if not word.endswith("*"))


def meanings(word: str) -> Iterable[frozenset[str]]:
    """The steps of phrases that a word fits."""
    yield from _WHOLE.get(_SOME if word.isdigit() and len(word) < 4 else word, ())
    for length in _BEGINNINGS[: max(0, len(word) - _BEGINNINGS.start + 1)]:
        yield from _BEGUN.get(word[:length], ())


def fillers(words: list[str]) -> list[bool]:
    """Which of the words are only there out of politeness, habit or anger: whole phrases, the longest first."""
    idle = [False] * len(words)
    place = 0
    while place < len(words):
        length = next(
            (n for n in range(_LONGEST_FILLER, 0, -1) if tuple(words[place : place + n]) in FILLERS), 0
        )
        idle[place : place + length] = [True] * length
        place += length or 1
    return idle


def known(word: str) -> bool:
    """Whether the word stands in any table, so that it is no misspelling of another."""
    return word in ALONE or word in _IDLE or any(True for _ in meanings(word))
