"""Reads forms and queries in one way, or not at all.

Lenient readers disagree about stray separators, half escapes and repeated names. A signature over what one of them
made of a form would vouch for something else in the eyes of another, so whatever they could disagree about is refused.
"""

import re
from urllib.parse import unquote_to_bytes

from twofold.contracts.errors import Untrusted

Pairs = tuple[tuple[str, str], ...]

MOST_PAIRS = 256
"""Twilio sends some thirty."""

# Everything printable but `%`, `&` and `=`, or an escape. Nothing is tried twice, however long a value is.
_PAIR = re.compile(rb"([A-Za-z][\w.-]*+)=((?:[!-$'-<>-~]++|%[0-9A-Fa-f]{2})*+)", re.ASCII)


def read_pairs(raw: bytes) -> Pairs:
    """Names and values in their order, `+` and escapes undone. Raises Untrusted for all that is not plainly a form."""
    pieces = raw.split(b"&", MOST_PAIRS)
    found = [_PAIR.fullmatch(piece) for piece in pieces]
    if len(pieces) > MOST_PAIRS or None in found:
        raise Untrusted("What was sent is not plainly a form.")
    return tuple((match[1].decode(), _undone(match[2])) for match in found if match)


def _undone(value: bytes) -> str:
    try:
        return unquote_to_bytes(value.replace(b"+", b" ")).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Untrusted("What was sent is not UTF-8.") from error


def values(pairs: Pairs, *names: str) -> dict[str, str]:
    """The values of these names, where they are there. Raises Untrusted for one that is there twice."""
    found: dict[str, str] = {}
    for name, value in pairs:
        if name in names:
            if name in found:
                raise Untrusted(f"{name} stands there twice.")
            found[name] = value
    return found
