"""What a phone writes for its owner who taps a heart on a text: the text is ours, not theirs."""

import re

_QUOTE = re.compile("[\"“„«][^\"“”„«»]{12,}[\"”“»]?")
_TAPPED = frozenset(
    "liked loved emphasized emphasised disliked questioned laughed reacted removed gefallt hat gusto encanto"
    " aime adore polubiono lubi piaciuto adorei gostou curtiu leuk geliked libi likade gillade to".split()
)
_BEFORE = 5
"""Words that a phone puts before the quotation, at most."""


def without_reaction(folded: str) -> str:
    """The text without the quotation that a reaction consists of; any other quotation stays."""
    quote = _QUOTE.search(folded)
    if not quote:
        return folded
    before = re.findall(r"\w+", folded[: quote.start()])
    tapped = len(before) <= _BEFORE and not _TAPPED.isdisjoint(before)
    return folded[: quote.start()] + folded[quote.end() :] if tapped else folded
