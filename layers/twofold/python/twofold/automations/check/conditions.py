"""Conditions that nobody can fulfil, or that ask for what nobody knows."""

from collections.abc import Iterable, Iterator

from twofold.automations.definition.conditions import Condition
from twofold.campaigns.check.country import country_fault
from twofold.campaigns.check.meant import meant
from twofold.messages.texts.findings import Finding, error

from .place import Place
from .words import Says

MOST, MOST_WORDS, LONGEST = 20, 100, 64
"""Conditions in one list, words in one condition, and characters of a word."""


def faults(path: str, conditions: Iterable[Condition], place: Place) -> Iterator[Finding]:
    for at, condition in enumerate(conditions):
        if at == MOST:
            yield error(path, "too_many", f"these are {MOST} conditions at most.")
            return
        yield from _one(f"{path}[{at}]", condition, place)


def _one(path: str, condition: Condition, place: Place) -> Iterator[Finding]:
    says = place.says(condition.fact)
    if isinstance(says, str):
        yield error(f"{path}.fact", "unknown_fact", says)
        return
    if not (condition.is_ or condition.not_) and condition.at_least is None and condition.at_most is None:
        yield error(path, "asks_nothing", "it asks nothing; say `is`, `not`, `at_least` or `at_most`.")
    for name, words in (("is", condition.is_), ("not", condition.not_)):
        yield from _words(f"{path}.{name}", condition.fact, words, says)
    yield from _numbers(path, condition, says)
    if condition.is_ and {*condition.is_} <= {*condition.not_}:
        yield error(f"{path}.not", "never_holds", "it takes away all that `is` asks for, so it never holds.")


def _words(path: str, fact: str, words: tuple[str, ...], says: Says) -> Iterator[Finding]:
    if len(words) > MOST_WORDS:
        yield error(path, "too_many", f"these are {MOST_WORDS} words at most.")
    for at, word in enumerate(words[:MOST_WORDS]):
        if wrong := _wrong(fact, word, says):
            yield error(f"{path}[{at}]", "never_said", wrong)


def _wrong(fact: str, word: str, says: Says) -> str | None:
    if not word.strip() or not word.isprintable() or len(word) > LONGEST:
        return f"this is a word of up to {LONGEST} characters."
    if says.number and not word.removeprefix("-").isdecimal():
        return f"`{fact}` is a number; say `at_least` or `at_most`, or a number in quotation marks."
    if fact == "lead.country":
        return country_fault(word.upper())
    if says.words is None or word.casefold() in says.words:
        return None
    return f"`{fact}` never says `{word}`{meant(word, says.words)} It says {', '.join(says.words)}."


def _numbers(path: str, condition: Condition, says: Says) -> Iterator[Finding]:
    low, high = condition.at_least, condition.at_most
    for name, bound in (("at_least", low), ("at_most", high)):
        if bound is not None and not says.number:
            detail = f"`{condition.fact}` is a word and not a number; say `is` or `not`."
            yield error(f"{path}.{name}", "not_a_number", detail)
    if low is not None and high is not None and low > high:
        yield error(f"{path}.at_most", "never_holds", f"no number is {low} or more and {high} or less.")
