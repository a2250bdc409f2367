"""What a keyword may be, and how it is found in what people text."""

import re
import unicodedata

from .model import OTHER
from .wording import read_intent

FORM = re.compile(r"[A-Z0-9]{2,20}")
"""Letters and digits that every phone has, in capitals."""

_POLITE = frozenset({"PLEASE", "PLS", "BITTE", "PROSZE", "THANKS"})


def keyword_in(body: str) -> str | None:
    """The word that a text consists of, whatever quotes, signs or courtesy stand around it; None for more words."""
    if len(body) > 100:
        return None
    plain = "".join(c for c in unicodedata.normalize("NFKC", body) if unicodedata.category(c) != "Cf")
    words = [word for word in re.split(r"[^0-9A-Z]+", plain.upper()) if word and word not in _POLITE]
    return words[0] if len(words) == 1 and FORM.fullmatch(words[0]) else None


def keyword_fault(keyword: str) -> str | None:
    """Why this cannot be a keyword, in a sentence; None when it can."""
    if not FORM.fullmatch(keyword):
        return "A keyword is 2 to 20 capital letters A to Z and digits, in one word."
    if read_intent(keyword) != OTHER:
        return f"{keyword} means something of its own to those who answer texts (stop, help, start, yes or not now)."
    return None
