"""How wide words are at most: estimated by DejaVu Sans Bold, which is wider than what browsers use for sans-serif.

One table for every renderer, so that a sheet breaks its lines alike as a page and as a PDF, and needs no font to be
laid out. The widths, in hundredths of the type size, are those of the font's version 2.37, rounded up.
"""

import unicodedata
from functools import lru_cache

_HUNDREDTHS = {
    31: "'",
    35: "ijl ı\u00a0\u202f",
    38: "/IJ\\|,.·ł",
    42: ":;-",
    46: "f!()[]",
    50: "rt_`–",
    53: '"*',
    60: "?zcs",
    66: "LvxyŁ„“”",
    70: "aEkFTeo$0123456789£€•",
    74: "hnu{}SYbdgpqCPZđßơ",
    77: "BAKRVX",
    85: "UGD#+<=>HN^~OQØĐư×−Ư",
    92: "&wƠ",
    101: "%@M—…",
    110: "mWæœÆ",
}
_WIDTH = {
    character: hundredths / 100 for hundredths, characters in _HUNDREDTHS.items() for character in characters
}
_WIDE = 1.4
"""Emoji and East Asian characters, in whatever font has them."""
_OTHER = 1.0
_OTHER_CAPITAL = 1.35


def width(text: str) -> float:
    """In ems: times the type size it is millimetres."""
    return sum(_width_of(character) for character in text)


@lru_cache(maxsize=1024)
def _width_of(character: str) -> float:
    base = unicodedata.normalize("NFD", character)[0]
    if base in _WIDTH:
        return _WIDTH[base]
    if unicodedata.category(character)[0] in "MC":
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    return _OTHER_CAPITAL if character.isupper() else _OTHER
