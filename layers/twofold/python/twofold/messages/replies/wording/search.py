"""Looks for phrases in an answer, in time that no wording can drive up.

The places of a word are the bits of one number, so that a step of a phrase is a shift and an `and` over the whole
answer at once: no backtracking, and the cost of a phrase does not depend on what was written.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from twofold.messages.replies.wording.phrase import Edge, Gap, Phrase, Step, Word

FILLERS = 6
"""Fillers in a row that a clause's edge looks past."""


@dataclass(slots=True)
class Places:
    """Where what stands in an answer: bit n is its n-th word. `erased` words count no further."""

    length: int
    ends: int
    pauses: int
    fillers: int
    words: dict[frozenset[str], int]
    erased: int = 0
    bounds: int = field(init=False)
    _edges: tuple[int, int] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.bounds = self.ends | self.pauses

    def of(self, step: Word) -> int:
        return self.words.get(step.spelled, 0) & ~self.erased

    def edges(self) -> tuple[int, int]:
        """Where a clause may begin, and where it is over."""
        if self._edges is None:
            passable, bounds = self.fillers | self.pauses, self.bounds
            begins, over = bounds << 1, bounds
            for _ in range(FILLERS):
                begins |= (begins & passable) << 1
                over |= (over >> 1) & passable
            self._edges = begins, over
        return self._edges


class Phrases:
    """Phrases by a word that each of them needs, so that most are never looked for."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_need: dict[frozenset[str], list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            need = next(step for step in phrase if isinstance(step, Word) and not step.optional)
            self._by_need[need.spelled].append(phrase)

    def __iter__(self) -> Iterator[Phrase]:
        return (phrase for phrases in self._by_need.values() for phrase in phrases)

    def likely(self, places: Places) -> Iterator[Phrase]:
        """Those whose word is there."""
        return (phrase for word in places.words for phrase in self._by_need.get(word, ()))


def find(phrase: Phrase, places: Places) -> list[int]:
    """Where the search stood before each step and after the last; empty when the phrase is not there."""
    fronts = [(1 << places.length) - 1]
    for step in phrase:
        fronts.append(_advance(step, places, fronts[-1]))
        if not fronts[-1]:
            return []
    return fronts


def cover(phrase: Phrase, places: Places, fronts: list[int]) -> int:
    """The words that a found phrase stands on."""
    reached, covered = fronts[-1], 0
    for step, before in zip(reversed(phrase), reversed(fronts[:-1]), strict=True):
        taken = (reached >> 1) & places.of(step) & before if isinstance(step, Word) else 0
        covered |= taken
        reached = _retreat(step, places, reached, taken) & before
    return covered


def _advance(step: Step, places: Places, front: int) -> int:
    match step:
        case Word():
            passed = (front & places.of(step)) << 1
            return passed | front if step.optional else passed
        case Gap():
            for _ in range(step.words):
                front |= (front & ~places.bounds) << 1
            return front
        case Edge():
            return front & places.edges()[0 if step.begins else 1]


def _retreat(step: Step, places: Places, reached: int, taken: int) -> int:
    match step:
        case Word():
            return taken | reached if step.optional else taken
        case Gap():
            for _ in range(step.words):
                reached |= (reached >> 1) & ~places.bounds
            return reached
        case Edge():
            return reached
