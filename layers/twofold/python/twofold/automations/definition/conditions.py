"""What must be true for a lead to enter an automation, or for one of its steps to be done."""

from msgspec import Struct, field

Fact = str | int | tuple[str, ...] | None
"""What is asked for may be a word, a number, several words, or not known. Yes and no are the words `yes` and `no`."""


class Condition(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A test of one fact. All that is said must hold; what is not known is no word, and neither much nor little.

    `is`: one of these words (of several words, one of them); `not`: none of these. Words are compared whatever their
    case. `at_least` and `at_most` are for numbers. `facts.FACTS` names every fact.
    """

    fact: str
    is_: tuple[str, ...] = field(default=(), name="is")
    not_: tuple[str, ...] = field(default=(), name="not")
    at_least: int | None = None
    at_most: int | None = None

    def holds(self, value: Fact) -> bool:
        words = _words(value)
        if self.is_ and not words & _folded(self.is_):
            return False
        if words & _folded(self.not_):
            return False
        return self._within(value)

    def _within(self, value: Fact) -> bool:
        if self.at_least is None and self.at_most is None:
            return True
        if not isinstance(value, int):
            return False
        low = self.at_least is None or value >= self.at_least
        return low and (self.at_most is None or value <= self.at_most)


def _words(value: Fact) -> frozenset[str]:
    if value is None:
        return frozenset()
    return _folded(value if isinstance(value, tuple) else (str(value),))


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
