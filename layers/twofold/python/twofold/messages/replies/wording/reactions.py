"""What a phone writes for its owner who taps a heart on a text, or quotes it: the text is ours, not theirs."""

import re

_QUOTE = re.compile('["“„«][^"“”„«»]{20,}["”“»]?')
_OWN_WORDS = frozenset(
    "said say told tell asked ask repeat sagte gesagt mowie powiedzialem dije dit detto disse zei rekl".split()
)
_BEFORE = 6
"""Words that a phone puts before the quotation, at most."""


def split_reaction(folded: str) -> tuple[str, str]:
    """The text without a quotation that hardly anything introduces, and that quotation; all of a text that is quoted
    as a whole, or that repeats what its writer said."""
    own = "\n".join(line for line in folded.split("\n") if not line.startswith("> "))
    quote = _QUOTE.search(own)
    before = re.findall(r"\w+", own[: quote.start()]) if quote else []
    if quote and 0 < len(before) <= _BEFORE and _OWN_WORDS.isdisjoint(before):
        return own[: quote.start()] + own[quote.end() :], quote.group()
    return own, ""
