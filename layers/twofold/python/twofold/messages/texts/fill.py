"""Fills a campaign's texts in.

`{name}` stands for a field. `{name|words}` is the field when it is there and not blank, and else the words.
"""

import re
from collections.abc import Mapping

from .names import PERSONAL, clean_name

_FIELD = re.compile(r"\{([^{}|]*)(\|[^{}]*)?\}")


def fill(template: str, fields: Mapping[str, str]) -> str:
    """The template with its fields replaced; in one pass, so that a value can never be taken for a field.

    An unknown field without words of its own stays as it stands. What people entered about themselves is cleaned.
    """

    def filled(found: re.Match[str]) -> str:
        name, words = found[1], found[2]
        if name not in fields:
            return found[0] if words is None else words[1:]
        value = _sent(name, fields[name])
        return value if words is None or value.strip() else words[1:]

    return _FIELD.sub(filled, template)


def missing(template: str, fields: Mapping[str, str]) -> tuple[str, ...]:
    """The fields without words of their own that there is nothing to put in for, each once: a text with a gap."""
    bare = dict.fromkeys(found[1] for found in _FIELD.finditer(template) if found[2] is None)
    return tuple(name for name in bare if not _sent(name, fields.get(name, "")).strip())


def fields_of(template: str) -> tuple[str, ...]:
    """The names of its fields, each once, in the order in which they come."""
    return tuple(dict.fromkeys(found[1] for found in _FIELD.finditer(template)))


def loose_braces(template: str) -> str:
    """The braces that belong to no field, as they come: `{` was never closed, `}` never opened."""
    return re.sub(r"[^{}]", "", _FIELD.sub("", template))


def _sent(name: str, value: str) -> str:
    return clean_name(value) if name in PERSONAL else value
