"""Words that somebody wrote without the spaces between them."""

from twofold.messages.replies.wording.lexicon import words_of

_FIRST = (
    "stop",
    "unsubscribe",
    "remove",
    "please",
    "cancel",
    "quit",
    "plz",
    "pls",
    "dont",
    "optme",
    "take",
    "end",
)
_LATER = words_of("CEASE", "SEND", "TEXTS", "THESE", "REMOVE") | frozenset(
    [
        "please",
        "pls",
        "plz",
        "me",
        "my",
        "us",
        "now",
        "all",
        "it",
        "thanks",
        "thank",
        "you",
        "thx",
        "off",
        "out",
        "list",
        "from",
        "number",
        "and",
        "no",
        "more",
        "texts",
        "asap",
    ]
)
_LONGEST = 24
"""Letters; nobody runs more together than `stopsendingmemessages`."""


def apart(word: str) -> list[str]:
    """The words, when the first is one that asks and all of them are known; else nothing."""
    if not word.isascii() or not 6 <= len(word) <= _LONGEST:
        return []
    for first in _FIRST:
        if word.startswith(first):
            rest = _split(word[len(first) :])
            if rest:
                return [first, *rest]
    return []


def _split(word: str) -> list[str]:
    """Known words that make up the whole, the longest first; nothing when there are none."""
    if word in _LATER:
        return [word]
    for end in range(len(word) - 1, 1, -1):
        if word[:end] in _LATER:
            rest = _split(word[end:])
            if rest:
                return [word[:end], *rest]
    return []
