"""What is kept of an answer: enough to see what went wrong, and nothing that could be somebody's number."""

import re
from collections.abc import Iterable

KEPT = 1_024
"""Characters of an answer."""

READ = 8_192
"""Characters that are looked at."""

MASK = "•••"

# However it is written: +48 601 234 567, (601) 234-567, 601.234.567.
_NUMBER = re.compile(r"\d(?:[ \t()./\u00a0\u2009-]{0,2}\d){6,}")

_SHORTEST_HIDDEN = 3


def masked(said: bytes, hidden: Iterable[str] = ()) -> str | None:
    """The answer without runs of seven digits or more, and without these words; None for an empty one."""
    text = said[: READ * 4].decode("utf-8", "replace")[:READ]
    for word in sorted(hidden, key=len, reverse=True):
        if len(word) >= _SHORTEST_HIDDEN:
            text = re.sub(re.escape(word), MASK, text, flags=re.IGNORECASE)
    return _NUMBER.sub(MASK, text)[:KEPT] or None
