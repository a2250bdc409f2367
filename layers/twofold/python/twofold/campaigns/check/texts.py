"""The texts of pages and widget that a campaign brings along: known by name, with fields that are filled in."""

import re
from collections.abc import Iterator, Mapping

from twofold.campaigns.words.en import TEXTS

from .meant import meant

TITLE = "title"
"""What the offer is called in this language; ours have no word for that."""

LOCALE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
NAMES = (TITLE, *TEXTS)

_FIELD = re.compile(r"{([^{}]*)}")


def faults(path: str, texts: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """A sentence for each fault of texts by locale and name."""
    for locale, named in texts.items():
        if not LOCALE.fullmatch(locale):
            yield f"{path}.{locale}: this is no language; write it as in de or pt-BR."
        for name, text in named.items():
            if name in NAMES:
                yield from _wrong(f"{path}.{locale}.{name}", name, text)
            else:
                yield f"{path}.{locale}.{name}: there is no such text{meant(name, NAMES)}"


def fields(name: str) -> tuple[str, ...]:
    """What is filled in where a text of this name stands."""
    if name == TITLE:
        return ()
    return tuple(dict.fromkeys(("brand", "title", *_FIELD.findall(TEXTS[name]))))


def _wrong(path: str, name: str, text: str) -> Iterator[str]:
    if not text.strip():
        yield f"{path}: it says nothing; leave it out to have ours."
    if re.search(r"[{}]", _FIELD.sub("", text)):
        yield f"{path}: a field stands between {{ and }}, such as {{brand}}."
    known = fields(name)
    for field in _FIELD.findall(text):
        if field not in known:
            yield f"{path}: {{{field}}} is not filled in here{meant(field, known)}"
