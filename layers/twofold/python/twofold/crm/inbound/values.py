"""Values as CRMs send them, as what they mean for a fact of ours."""

from typing import Any

from twofold.crm.mapping.facts import Value

_YES = ("true", "yes", "1", "on")
_NO = ("false", "no", "0", "off", "")


class Unreadable(Exception):
    """A value of another kind than the fact is of; the text says which it should be."""


def read_value(ours: str, given: Any) -> Value:
    """Raises Unreadable."""
    if ours == "opted_out":
        return _truth(given)
    if ours == "tags":
        return _set(given)
    if isinstance(given, bool) or not isinstance(given, str | int | float | None):
        raise Unreadable("This is a text.")
    return _line("" if given is None else str(given)) or None


def _line(text: str) -> str:
    """In one line, without what controls a screen: an attribute stands in the middle of a text to a phone."""
    return " ".join("".join(" " if c < " " or c == "\x7f" else c for c in text).split())


def _truth(given: Any) -> bool:
    plain = given.strip().casefold() if isinstance(given, str) else given
    if given is None or plain is False or plain in _NO:
        return False
    if plain is True or plain in _YES:
        return True
    raise Unreadable("This is true or false.")


def _set(given: Any) -> tuple[str, ...]:
    words = given.split(";") if isinstance(given, str) else [] if given is None else given
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise Unreadable("These are texts, in a list or with ; between them.")
    return tuple(sorted({_line(word) for word in words} - {""}))
