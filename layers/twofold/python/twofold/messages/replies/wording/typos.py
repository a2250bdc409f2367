"""The keyword that a misspelt word was meant to be."""

from collections import defaultdict

from twofold.messages.replies.model import STOP
from twofold.messages.replies.wording.innocents import INNOCENTS
from twofold.messages.replies.wording.languages import LANGUAGES
from twofold.messages.replies.wording.lexicon import ALONE, words_of

LEAST, LONG, MOST = 6, 10, 24
"""Letters of a keyword that is guessed at, of one that bears two slips, and of a word that may be one. Shorter
keywords have their misspellings in the tables."""

_SLIPS = frozenset(slip for language in LANGUAGES for slip in language.slips.split())
_STOPS = frozenset(word for word, want in ALONE.items() if want == STOP) - _SLIPS
_SURE = words_of("LEAVE", "FIRM", "MISTYPED")
_ALONE = frozenset(word for word in _STOPS if len(word) >= LEAST and " " not in word)
_ROLES = (
    "CEASE",
    "STOPPING",
    "SEND",
    "WRITE",
    "GIVE",
    "TEXTS",
    "REMOVE",
    "TAKEOFF",
    "LEAVE",
    "DONT",
    "DONTSEND",
)
_SAID = frozenset(word for word in words_of(*_ROLES) if len(word) >= LEAST)
_LONG = sorted(word for word in words_of("MISTYPED") if len(word) >= LONG)


def _shorter(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _by_slip(keywords: frozenset[str]) -> dict[str, set[str]]:
    slips: dict[str, set[str]] = defaultdict(set)
    for keyword in keywords:
        for shorter in _shorter(keyword):
            slips[shorter].add(keyword)
    return dict(slips)


_BY_SLIP = {True: _by_slip(_ALONE), False: _by_slip(_SAID)}


def meant(word: str, *, alone: bool) -> str | None:
    """The keyword that one slip of the finger, or two in a long one, made this of; none that begins otherwise.

    `alone` says that the answer is hardly more than this word, which then may be a keyword for leaving; in a sentence
    it may be any longer word of one.
    """
    if not LEAST - 1 <= len(word) <= MOST or word in INNOCENTS:
        return None
    near = {keyword for shorter in _shorter(word) for keyword in _BY_SLIP[alone].get(shorter, ())}
    likely = [keyword for keyword in sorted(near) if _alike(word, keyword, 1)]
    if not likely and len(word) >= LONG - 1:
        likely = [
            keyword for keyword in _LONG if abs(len(keyword) - len(word)) <= 2 and _alike(word, keyword, 2)
        ]
    return likely[0] if likely else None


def _alike(word: str, keyword: str, slips: int) -> bool:
    return _begin_alike(word, keyword) and _distance(word, keyword) <= slips


def _begin_alike(word: str, keyword: str) -> bool:
    """Slips change no first letter but of unsubscribe; and no second one but of words that mean nothing else, and
    never that of `ne` and `na`, which say no and yes in some languages."""
    if keyword == "unsubscribe":
        return True
    loose = keyword in _SURE and not keyword.startswith(("ne", "na"))
    return word[0] == keyword[0] and (loose or word[1] == keyword[1])


def _distance(one: str, other: str) -> int:
    """Letters added, lost, changed or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(last[j] + 1, row[-1] + 1, last[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                row[j] = min(row[j], before[j - 2] + 1)
        before, last = last, row
    return last[-1]
