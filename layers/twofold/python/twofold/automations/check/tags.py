"""Tags that a step puts on a lead or takes off."""

import re
from collections.abc import Iterator

from twofold.automations.definition.steps import Tag
from twofold.messages.texts.findings import Finding, error

WORD = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
MOST = 20


def faults(path: str, tag: Tag) -> Iterator[Finding]:
    if not tag.add and not tag.remove:
        yield error(path, "tags_nothing", "it changes nothing; say which tags to `add` or to `remove`.")
    for name, words in (("add", tag.add), ("remove", tag.remove)):
        if len(words) > MOST:
            yield error(f"{path}.{name}", "too_many", f"these are {MOST} tags at most.")
        for at, word in enumerate(words):
            if not WORD.fullmatch(word):
                detail = (
                    "a tag is one word of up to 40 small letters, digits, hyphens and _, such as not-ready."
                )
                yield error(f"{path}.{name}[{at}]", "no_word", detail)
            elif name == "remove" and word in tag.add:
                yield error(f"{path}.{name}[{at}]", "both", f"{word} is added and removed at once.")
