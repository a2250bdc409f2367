"""What a phone writes for its owner who taps a heart on a text, or quotes it: the text is ours, not theirs."""

import re

_QUOTE = re.compile('["“„«][^"“”„«»]{20,}["”“»]?')
_OWN_WORDS = frozenset(
    "said say told tell asked ask repeat sagte gesagt mowie powiedzialem dije dit detto disse zei rekl".split()
)
_BEFORE = 6
"""Words that a phone puts before the quotation, at most."""


def without_reaction(folded: str) -> str:
    """The text without a quotation that hardly anything introduces; a text that is all quoted stays."""
    kept = "\n".join(line for line in folded.split("\n") if not line.startswith("> "))
    quote = _QUOTE.search(kept)
    if not quote:
        return kept
    before = re.findall(r"\w+", kept[: quote.start()])
    tapped = 0 < len(before) <= _BEFORE and _OWN_WORDS.isdisjoint(before)
    return kept[: quote.start()] + kept[quote.end() :] if tapped else kept
