"""The languages of those who decline, made ready when the first answer comes that may be one: most are none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from twofold.messages.replies.wording.declines.declining import Declining
from twofold.messages.replies.wording.languages import LANGUAGES
from twofold.messages.replies.wording.languages.declining import DECLINING
from twofold.messages.replies.wording.lookalikes import LEAVING_SIGN
from twofold.messages.replies.wording.phrase import Grammar, Word
from twofold.messages.replies.wording.search import Phrases
from twofold.messages.replies.wording.spellings import spellings

_ROLES = """ORDER TEXTS SEND WRITE GIVE CALL CEASE STOPPING REMOVE TAKEOFF LEAVE NUMBER LIST SUBSCRIPTION CONSENT TROUBLE
    DONT DONTSEND DONTWANT UNWANTED NEVER FIRM WEAK WHY HOW"""
"""Sets of `languages` whose words speak of leaving, or of business with us."""

_FOR_GOOD = """never ever more anymore nie niemals mehr nigdy więcej nunca jamás más jamais plus mai più mais nooit meer
    nikdy víc asla artık aldrig mer никогда больше ніколи більше nữa
    forever goodbye immer siempre toujours sempre zawsze altijd vždy всегда завжди"""
"""Words of those who say no for good."""


class Table:
    """One language's phrases, by what stands in an answer."""

    def __init__(self, said: Declining) -> None:
        grammar = Grammar({name: _spelled(words) for name, words in said.sets.items()})
        when = [moment.strip() for moment in said.when.split(",")]
        self.clear, self.alone, self.beside, self.asks = (
            Phrases(dict.fromkeys(grammar.phrases("\n".join(_lines(text, when)))))
            for text in (said.clear, said.alone, f"{said.beside}\nWHEN", said.asks)
        )
        self.joins = _spelled(said.joins)
        self._steps: dict[str, list[frozenset[str]]] = defaultdict(list)
        for step in self._all():
            for word in step:
                self._steps[word].append(step)

    def places(self, words: list[str]) -> dict[frozenset[str], int]:
        """Where the steps of the phrases stand: bit n is the n-th word."""
        found: dict[frozenset[str], int] = defaultdict(int)
        for n, word in enumerate(words):
            for step in self._steps.get(word, ()):
                found[step] |= 1 << n
        return found

    def _all(self) -> set[frozenset[str]]:
        kinds = (self.clear, self.alone, self.beside, self.asks)
        return {
            step.spelled for kind in kinds for phrase in kind for step in phrase if isinstance(step, Word)
        }


class Words:
    """Whole words, and (behind them a `*`) beginnings of words."""

    def __init__(self, spelled: Iterable[str]) -> None:
        every = frozenset(spelled)
        self._begun = tuple(word[:-1] for word in every if word.endswith("*"))
        self._whole = every

    def has(self, word: str) -> bool:
        return word in self._whole or word.startswith(self._begun)


@cache
def tables() -> tuple[Table, ...]:
    return tuple(map(Table, DECLINING))


@cache
def left_to_others() -> Words:
    """The words of all languages that whoever merely declines has no use for."""
    roles = _ROLES.split()
    said = [language.sets.get(role, "") for language in LANGUAGES for role in roles]
    stops = [
        phrase for language in LANGUAGES for phrase in language.stop.split(",") if " " not in phrase.strip()
    ]
    return Words(_spelled(" ".join([*said, *stops, LEAVING_SIGN, _FOR_GOOD])))


def _lines(text: str, when: list[str]) -> Iterator[str]:
    for line in filter(str.strip, text.splitlines()):
        yield from (line.replace("WHEN", moment) for moment in when) if "WHEN" in line else (line,)


def _spelled(words: str) -> frozenset[str]:
    return frozenset().union(*(spellings(word) for word in words.split()))
