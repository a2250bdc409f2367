"""Phrases: the grammar in which the languages are written down, and what a line of it becomes.

A phrase is words and signs parted by spaces. `word` is that word, `word*` any word that begins so, `a|b` either,
NAME the words of a language's set; a `?` behind any of them says it may be missing. `~2` lets up to two words pass
(`~` three), within the clause. `^` is where a clause begins and `$` where it ends, fillers
apart; `,` and `?` are themselves, `#` a number below a thousand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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


def read_phrases(lines: str, sets: Mapping[str, frozenset[str]]) -> Iterator[Phrase]:
    """The phrases of a language; without those that need a set that the language does not have."""
    for line in filter(str.strip, lines.splitlines()):
        steps = [_step(sign, sets) for sign in line.split()]
        if not any(isinstance(step, Word) and not step.spelled and not step.optional for step in steps):
            yield tuple(step for step in steps if not isinstance(step, Word) or step.spelled)


def _step(sign: str, sets: Mapping[str, frozenset[str]]) -> Step:
    if sign in "^$":
        return Edge(begins=sign == "^")
    if sign.startswith("~"):
        return Gap(int(sign[1:] or GAP))
    names = sign if sign == "?" else sign.removesuffix("?")
    spelled = frozenset().union(*(_spelled(word, sets) for word in names.split("|")))
    return Word(spelled, optional=sign != names)


def _spelled(word: str, sets: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return sets.get(word, frozenset()) if word.isupper() else spellings(word)
