"""Whether two values are the same but for how they are spelt, as systems spell them anew when they take them in."""

import re
import unicodedata

from twofold.crm.mapping.facts import Value

_NUMBER = re.compile(r"\+?[\d\s()./-]{7,}")


def same(one: Value, other: Value) -> bool:
    """Case, blanks, what cannot be seen, and Unicode's several ways of writing a letter make no difference.

    A CRM that spells what we told it anew, and tells us, has changed nothing; two of them that each prefer their own
    would else go on correcting one another for ever. Nothing, an empty text and an empty set are the same.
    """
    return one == other or _plain(one) == _plain(other)


def _plain(value: Value) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(sorted(filter(None, map(_spelt, value)))) or ""
    if isinstance(value, bool):
        return "true" if value else ""
    return _spelt("" if value is None else str(value))


def _spelt(text: str) -> str:
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    seen = "".join(c for c in plain if c.isspace() or unicodedata.category(c) not in ("Cf", "Cc"))
    if _NUMBER.fullmatch(seen):
        return "".join(filter(str.isdigit, seen)).removeprefix("00")
    return " ".join(seen.split())
