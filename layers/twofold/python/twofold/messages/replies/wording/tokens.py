"""An answer cut into words and the places where it pauses."""

import re

from twofold.messages.replies.wording.lookalikes import spell

END, ASKED, PAUSE, LINE = ".", "?", ",", "\n"
"""Where a sentence ends, where a question does, where it only pauses, and where a line ends."""
BOUNDS = frozenset({END, ASKED, PAUSE, LINE})

_TOKEN = re.compile(r"[^\W_]+(?:[$@|§][^\W_]+)*|[$§](?=[^\W\d_])[^\W_]+|[.!?;]+|[,:()/\n]|\s-+\s|[–—]")
_CONTRACTION = re.compile(r"(?<=[a-z])'(?=(?:t|s|m|d|re|ve|ll)\b)")
_TAIL = re.compile(r"(?<=[a-z])[0-9]{2,}$|(?<=[a-z]{4})[0-9]$")
_RUN = re.compile(r"(.)\1{2,}")
_SENTENCE = frozenset(".!?;")
_MERGED = {
    **{
        (verb, "not"): f"{verb}nt"
        for verb in ("do", "does", "did", "is", "would", "should", "could", "have", "has")
    },
    **{
        (f"{verb}n", "t"): f"{verb}nt"
        for verb in ("do", "does", "did", "is", "would", "should", "could", "have")
    },
    ("will", "not"): "wont",
    ("won", "t"): "wont",
    ("can", "not"): "cant",
    ("can", "t"): "cant",
    ("no", "longer"): "nolonger",
    ("opt", "out"): "optout",
    ("any", "more"): "anymore",
    ("any", "longer"): "anymore",
    ("un", "subscribe"): "unsubscribe",
    ("un", "sub"): "unsub",
    ("por", "favor"): "porfavor",
    ("per", "favore"): "perfavore",
}


def cut(folded: str) -> list[str]:
    """Words in order, with the signs of BOUNDS between them and END around them; addresses of pages become pauses."""
    parts = (PAUSE if _address(chunk) else chunk for chunk in re.split(r"(\s+)", folded))
    words = [word for raw in _TOKEN.findall(_CONTRACTION.sub("", "".join(parts))) for word in _word(raw)]
    return [END, *_merge(_join_letters(_once(words))), END]


def unbroken(words: list[str]) -> list[str]:
    """The words as if their lines were one."""
    return _merge([word for word in words if word != LINE])


def _once(words: list[str]) -> list[str]:
    """No more than one bound between two words, the one that parts them most."""
    kept: list[str] = []
    for word in words:
        if kept and word in BOUNDS and kept[-1] in BOUNDS:
            kept[-1] = min(word, kept[-1], key=(END, ASKED, PAUSE, LINE).index)
        else:
            kept.append(word)
    return kept


def _word(raw: str) -> list[str]:
    if raw.isalpha():
        return [_RUN.sub(r"\1", raw)]
    if raw[0] in _SENTENCE:
        return [PAUSE if raw.startswith("..") else ASKED if "?" in raw and "!" not in raw else END]
    if not any(c.isalnum() for c in raw):
        return [LINE if raw == LINE else PAUSE]
    tail = _TAIL.search(raw)
    head = raw[: tail.start()] if tail else raw
    return [_RUN.sub(r"\1", spell(head)), *([tail.group()] if tail else [])]


def _address(chunk: str) -> bool:
    return "://" in chunk or chunk.startswith("www.") or "." in chunk.partition("@")[2].strip(".")


def _join_letters(words: list[str]) -> list[str]:
    """Three or more letters in a row that stand alone are one word, whatever stands between them."""
    joined: list[str] = []
    row: list[str] = []
    for word in [*words, ""]:
        if (row and word in BOUNDS) or (len(word) == 1 and word.isalnum()):
            row.append(word)
        else:
            joined += _joined(row)
            row = []
            joined += [word] if word else []
    return joined


def _joined(row: list[str]) -> list[str]:
    letters = [word for word in row if word.isalnum()]
    spelt = len(letters) > 2 and sum(letter.isalpha() for letter in letters) > 1
    return [spell("".join(letters))] if spelt else row


def _merge(words: list[str]) -> list[str]:
    merged: list[str] = []
    for word in words:
        pair = (merged[-1] if merged else "", word)
        merged[-1:] = [_MERGED[pair]] if pair in _MERGED else [*merged[-1:], word]
    return merged
