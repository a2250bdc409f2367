"""How a bundle is written: JSON in one spelling, an object to a line, each with the sum of all up to it."""

import hashlib
import json
from typing import Any

FORMAT = "twofold.evidence.v1"
SHOWN = "twofold writes no numbers with a fraction"


class Misread(Exception):
    """A line is not what we write; the message goes on from the name of its place."""


def canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read_object(text: str) -> dict[str, Any]:
    """The object, where it is spelled as we spell it. Raises Misread."""
    try:
        found = json.loads(text, parse_float=_refuse, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise Misread("cannot be read: it is not the JSON that was written.") from None
    if not isinstance(found, dict):
        raise Misread("cannot be read: it is no JSON object.")
    if canonical(found) != text:
        raise Misread("is spelled differently from how it was written.")
    return found


def sum_of(before: str, what: dict[str, Any]) -> str:
    """SHA-256 over the sum before it and the object without its own."""
    return sha256(f"{before}\n{canonical({name: value for name, value in what.items() if name != 'sum'})}")


def _refuse(text: str) -> Any:
    raise ValueError(text)
