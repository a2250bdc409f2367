"""Phrases: the grammar in which the languages are written down, and what a line of it becomes.

A phrase is words and signs parted by spaces. `word` is that word, `word*` any word that begins so, `a|b` either,
NAME the words of a language's set; a `?` behind any of them says it may be missing. `~2` lets up to two words pass
(`~` three), within the clause. `^` is where a clause begins and `$` where it ends, fillers
apart; `,` and `?` are themselves, `#` a number below a thousand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from twofold.messages.replies.wording.spellings import spellings

GAP = 3
"""Words that `~` lets pass."""


@dataclass(frozen=True, slots=True)
class Word:
    """One of several words; `spelled` are folded, and those with a `*` behind them are beginnings."""

    spelled: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    words: int


@dataclass(frozen=True, slots=True)
class Edge:
    begins: bool


Step = Word | Gap | Edge
Phrase = tuple[Step, ...]


class Grammar:
    """Reads the phrases of one language, whose sets it knows."""

    def __init__(self, sets: Mapping[str, frozenset[str]]) -> None:
        self._sets = sets
        self._steps: dict[str, Step] = {}

    def phrases(self, lines: str) -> Iterator[Phrase]:
        """Without those that need a set which the language does not have."""
        for line in filter(str.strip, lines.splitlines()):
            steps = [self._step(sign) for sign in line.split()]
            if not any(isinstance(step, Word) and not step.spelled and not step.optional for step in steps):
                yield tuple(step for step in steps if not isinstance(step, Word) or step.spelled)

    def _step(self, sign: str) -> Step:
        if sign not in self._steps:
            self._steps[sign] = self._read(sign)
        return self._steps[sign]

    def _read(self, sign: str) -> Step:
        if sign in "^$":
            return Edge(begins=sign == "^")
        if sign.startswith("~"):
            return Gap(int(sign[1:] or GAP))
        names = sign if sign == "?" else sign.removesuffix("?")
        spelled = frozenset().union(*map(self._spelled, names.split("|")))
        return Word(_shared(spelled), optional=sign != names)

    def _spelled(self, name: str) -> frozenset[str]:
        return self._sets.get(name, frozenset()) if name.isupper() else spellings(name)


@cache
def _shared(spelled: frozenset[str]) -> frozenset[str]:
    """The one of all equal sets that is kept, so that looking a step up compares no words."""
    return spelled
