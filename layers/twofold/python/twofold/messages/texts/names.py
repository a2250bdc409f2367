"""Makes sure that what somebody entered as a name is sent as a name and as nothing else.

Anybody may type anything into a form, for any number: without this, a stranger's phone would get their link from us.
"""

import unicodedata

PERSONAL = frozenset({"first_name"})
"""The fields that people fill in for themselves."""

LONGEST = 40
"""Characters of a name that are sent."""

_BETWEEN = frozenset(" '’ʼ-‐‑")
"""What may stand between the letters of a name."""


def clean_name(entered: str) -> str:
    """On one line, without control characters and emoji, and cut to 40; "" for what could be an address or a number."""
    composed = unicodedata.normalize("NFC", entered)
    visible = "".join(" " if c.isspace() else c for c in composed if c.isspace() or not _mute(c))
    name = " ".join(visible.split())
    named = any(map(_lettered, name)) and all(_lettered(c) or c in _BETWEEN for c in name)
    return name[:LONGEST].rstrip() if named else ""


def _lettered(c: str) -> bool:
    """A letter of any script, or an accent on one."""
    return unicodedata.category(c)[0] in "LM"


def _mute(c: str) -> bool:
    """Whether it is no part of any writing: control and format characters, pictures and their variants."""
    return unicodedata.category(c) in {"Cc", "Cf", "Cn", "Co", "Cs", "So", "Sk"} or "\ufe00" <= c <= "\ufe0f"
