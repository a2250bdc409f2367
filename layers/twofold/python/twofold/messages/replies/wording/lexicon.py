"""All languages at once: what each word can mean, and what an answer of one word or phrase wants."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import chain

from twofold.messages.replies.model import HELP, START, STOP, YES
from twofold.messages.replies.wording import schemas
from twofold.messages.replies.wording.language import Language
from twofold.messages.replies.wording.languages import LANGUAGES
from twofold.messages.replies.wording.phrase import Grammar, Word
from twofold.messages.replies.wording.search import Phrases
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
_SETS = [_sets(language) for language in LANGUAGES]
_GRAMMARS = [Grammar(sets) for sets in _SETS]


def _phrases(name: str) -> Phrases:
    everywhere = getattr(schemas, name.upper(), "")
    spoken_by = zip(_GRAMMARS, LANGUAGES, strict=True)
    found = (own.phrases(f"{everywhere}\n{getattr(language, name, '')}") for own, language in spoken_by)
    return Phrases(dict.fromkeys(chain.from_iterable(found)))


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
_FIRST_IDLE = frozenset(phrase[0] for phrase in FILLERS)
_IDLE = frozenset(word for phrase in FILLERS for word in phrase)
_WHOLE, _BEGUN = _meanings()
_SOME = "#"
"""How phrases write a number too short to be a telephone's."""
_LEAST, _MOST = min(map(len, _BEGUN)), max(map(len, _BEGUN))
_STARTS = frozenset(beginning[:_LEAST] for beginning in _BEGUN)


@cache
def words_of(*names: str) -> frozenset[str]:
    """Every whole word of the sets of these names."""
    found = (sets.get(name, frozenset()) for sets in _SETS for name in names)
    return frozenset(word for words in found for word in words if not word.endswith("*"))


def meanings(word: str) -> Iterable[frozenset[str]]:
    """The steps of phrases that a word fits."""
    yield from _WHOLE.get(_SOME if word.isdigit() and len(word) < 4 else word, ())
    if word[:_LEAST] in _STARTS:
        for length in range(_LEAST, min(len(word), _MOST) + 1):
            yield from _BEGUN.get(word[:length], ())


def fillers(words: list[str]) -> list[bool]:
    """Which of the words are only there out of politeness, habit or anger: whole phrases, the longest first."""
    idle = [False] * len(words)
    place = 0
    while place < len(words):
        length = _filler(words, place) if words[place] in _FIRST_IDLE else 0
        idle[place : place + length] = [True] * length
        place += length or 1
    return idle


def _filler(words: list[str], place: int) -> int:
    lengths = range(_LONGEST_FILLER, 0, -1)
    return next((length for length in lengths if tuple(words[place : place + length]) in FILLERS), 0)


def known(word: str) -> bool:
    """Whether the word stands in any table, so that it is no misspelling of another."""
    return word in ALONE or word in _IDLE or any(True for _ in meanings(word))
