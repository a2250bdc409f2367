"""Vietnamese words by their sound: the letters, and behind them the tone as a capital, wherever it was written."""

import unicodedata

from twofold.messages.replies.wording.plain import plain

_TONES = {"\u0300": "F", "\u0301": "S", "\u0309": "R", "\u0303": "R", "\u0323": "J"}
"""The keys by which tones are typed (Telex). Hook and tilde are one: half of the country does not tell them apart."""


def sound(word: str) -> str:
    """`hủy`, `huỷ` and `hũy` are all `huyR`. Takes small letters."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    letters = "".join(char for char in apart if char not in _TONES)
    tone = "".join(_TONES[char] for char in apart if char in _TONES)
    return unicodedata.normalize("NFC", letters) + tone[:1]


def toneless(word: str) -> str:
    """A sound without its tone."""
    return "".join(char for char in word if not char.isupper())


def unaccented(words: str) -> str:
    """Sounds as somebody types them who leaves all accents off."""
    return plain(toneless(words))
