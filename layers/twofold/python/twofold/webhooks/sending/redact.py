"""What is kept of an answer: enough to see what went wrong, and nothing that could be somebody's number or name."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from twofold.webhooks.rendering.contact import Contact
from twofold.webhooks.subscriptions.model import Subscription

KEPT = 1_024
"""Characters of an answer."""

READ = 8_192
"""Characters that are looked at."""

MASK = "•••"

# However it is written: +48 601 234 567, (601) 234-567, 601.234.567.
_NUMBER = re.compile(r"\d(?:[ \t()./\u00a0\u2009-]{0,2}\d){6,}")

_SHORTEST_HIDDEN = 3

# RFC 8259, 7. Read character by character and not as JSON, since what is long arrives cut off.
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([\"\\/bfnrt]))")
_CONTROLS = {"b": " ", "f": " ", "n": "\n", "r": "\r", "t": "\t"}

_DEEPEST = 3
"""JSON in a string of JSON has its escapes escaped: so often are they looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """What of an endpoint's answers is kept: of those that say yes, of those that say no; without `hidden` words."""

    hidden: tuple[str, ...] = ()
    of_success: bool = True
    of_failure: bool = True

    @classmethod
    def of(cls, told: Subscription, contact: Contact | None, *, wanted: bool) -> Self:
        """A CRM that takes something may answer with all that it knows of the lead; that is not ours to keep.

        Where the contact was `wanted` and there is none, maybe since they were erased, nobody can tell what to hide.
        """
        if wanted and contact is None:
            return cls(of_success=False, of_failure=False)
        words = (contact.phone, *(contact.attributes or {}).values()) if contact else ()
        return cls(hidden=words, of_success=told.mapping is None)

    def __call__(self, said: bytes, *, success: bool) -> str | None:
        return masked(said, self.hidden) if (self.of_success if success else self.of_failure) else None


def masked(said: bytes, hidden: Iterable[str] = ()) -> str | None:
    """The answer without runs of seven digits or more, and without these words; None for an empty one."""
    text = _plain(said[: READ * 4].decode("utf-8", "replace")[:READ])
    for word in sorted(hidden, key=len, reverse=True):
        if len(word) >= _SHORTEST_HIDDEN:
            text = re.sub(re.escape(unicodedata.normalize("NFC", word)), MASK, text, flags=re.IGNORECASE)
    return _NUMBER.sub(MASK, text)[:KEPT] or None


def _plain(text: str) -> str:
    """As people read it: no word hides behind how JSON spells it, nor behind accents that stand apart."""
    for _ in range(_DEEPEST):
        text = _ESCAPED.sub(_unescaped, text)
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", whole)


def _unescaped(found: re.Match[str]) -> str:
    unit, letter = found.groups()
    return chr(int(unit, 16)) if unit else _CONTROLS.get(letter, letter)
