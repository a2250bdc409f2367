"""How a word of the tables may arrive: folded, and with German umlauts written out."""

from twofold.messages.replies.wording.fold import fold

_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})


def spellings(written: str) -> frozenset[str]:
    """Folded spellings of a word or phrase as it stands in a table."""
    return frozenset({fold(written), fold(written.translate(_WRITTEN_OUT))})
