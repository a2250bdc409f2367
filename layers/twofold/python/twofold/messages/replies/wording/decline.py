"""Reads whether an answer declines an offer and says nothing that may be a wish to be left alone."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from twofold.messages.replies.wording.declines.company import courtesies
from twofold.messages.replies.wording.declines.tables import Table, left_to_others, tables
from twofold.messages.replies.wording.search import Phrases, Places, cover, find
from twofold.messages.replies.wording.tokens import ASKED, BOUNDS

MOST = 14
"""Words that may stand beside a clear decline without our knowing what they say."""

LONGEST = 60
"""Words of an answer that is looked at: whoever writes more says more than a no."""

Stretches = Sequence[list[str]]


def declined(words: list[str]) -> Stretches | None:
    """What else a decline says, in stretches (none, where all of it declines); None where it is no decline.

    One language must know it. A question declines nothing. What stands beside a decline must be short, and speak
    neither of texts and lists nor of orders: whoever writes that wants something of us, and a person reads it better.
    """
    if ASKED in words or len(words) > LONGEST:
        return None
    polite = courtesies(words)
    found = [rest for table in tables() if (rest := _rest(table, words, polite)) is not None]
    return min(found, key=len, default=None)


def _rest(table: Table, words: list[str], polite: list[bool]) -> Stretches | None:
    clear, alone = _stand(table.clear, table, words), _stand(table.alone, table, words)
    if not clear | alone:
        return None
    known = clear | alone | _stand(table.beside, table, words)
    joins = table.joins if clear else frozenset[str]()
    left = {
        n
        for n, word in enumerate(words)
        if not (polite[n] or known >> n & 1 or word in BOUNDS or word in joins)
    }
    if not left:
        return []
    return (
        _else(words, left, clear)
        if _apart(table, words, left, clear) and _harmless(table, words, left)
        else None
    )


def _stand(phrases: Phrases, table: Table, words: list[str]) -> int:
    """The words that the phrases stand on."""
    places = Places(length=len(words), ends=0, pauses=0, fillers=0, words=table.places(words))
    covered = 0
    for phrase in phrases.likely(places):
        fronts = find(phrase, places)
        covered |= cover(phrase, places, fronts) if fronts else 0
    return covered


def _apart(table: Table, words: list[str], left: set[int], clear: int) -> bool:
    """Whether one of the clauses declines clearly, and does nothing else."""
    parts = BOUNDS | table.joins
    clauses = _runs(len(words), lambda n: words[n] not in parts or bool(clear >> n & 1))
    return any(any(clear >> n & 1 for n in clause) and left.isdisjoint(clause) for clause in clauses)


def _harmless(table: Table, words: list[str], left: set[int]) -> bool:
    speaks = any(words[n].isdigit() or left_to_others().has(words[n]) for n in left)
    return len(left) <= MOST and not speaks and not _stand(table.asks, table, words)


def _else(words: list[str], left: set[int], clear: int) -> Stretches:
    """The stretches that say something else: up to the next bound or decline, and closer, with the word before."""
    stretches = _runs(len(words), lambda n: words[n] not in BOUNDS and not clear >> n & 1)
    around = [run for run in stretches if not left.isdisjoint(run)]
    close = [[run[0] - 1, *run] for run in _runs(len(words), left.__contains__)]
    return [
        [words[n] for n in run if words[n] not in BOUNDS]
        for run in (*around, *close, *(run[1:] for run in close))
    ]


def _runs(length: int, counts: Callable[[int], bool]) -> Iterator[list[int]]:
    return (list(places) for counted, places in groupby(range(length), counts) if counted)
