"""What to write in GSM-7 for a character that is not in it.

Unicode's own decomposition (UAX #15, NFKD) answers most: ć is c and an accent, … three full stops, a no-break space a
space. What it does not take apart, or takes apart too far, stands in the table here.
"""

import unicodedata

from .alphabet import is_gsm

_ALIKE = {
    "‘’‚‛′´`ʹʻʼʽ": "'",
    "“”„‟″«»「」『』": '"',
    "‐‑‒–—―−": "-",
    "•‣●▪∙": "-",
    "⁄∕÷": "/",
    "·。": ".",
    "，、،": ",",
    "؛": ";",
    "؟": "?",
    "×": "x",
    "∗": "*",
    "≈": "~",
    "\t": " ",
    "\u0085\u2028\u2029": "\n",
}
"""Each character on the left is written as the right."""

_LETTERS = {
    **dict(zip("łŁđĐðÐħĦıŧŦŋŊəƏ", "lLdDdDhHitTnNeE", strict=True)),
    **dict(zip("őűŐŰµ", "öüÖÜu", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
    **dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "ABΓΔEZHΘIKΛMNΞOΠPΣΣTYΦXΨΩ", strict=True)),
    **dict(zip("АВЕЅІЈКМНОРСТХаеѕіјорсух", "ABESIJKMHOPCTXaesijopcyx", strict=True)),
}
"""Letters with a stroke, the Hungarian umlauts, Greek as phones write it, and Cyrillic that only looks Latin."""

_SPELLED = {
    "œ": "oe",
    "Œ": "OE",
    "þ": "th",
    "Þ": "Th",
    "ẞ": "SS",
    "ĳ": "ij",
    "©": "(c)",
    "®": "(R)",
    "→": "->",
    "←": "<-",
    "≤": "<=",
    "≥": ">=",
    "±": "+-",
    "¢": "c",
    "₫": "VND",
    "₹": "INR",
    "₴": "UAH",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₩": "KRW",
}

_TABLE = {c: instead for alike, instead in _ALIKE.items() for c in alike} | _LETTERS | _SPELLED


def nearest(character: str) -> str | None:
    """The same in GSM-7; "" for what no letters say (emoji, invisible signs), None for a script without any."""
    composed = unicodedata.normalize("NFC", character)
    return composed if is_gsm(composed) else _spelled(composed)


def _spelled(characters: str) -> str | None:
    found = [_written(c) for c in characters]
    known = [letters for letters in found if letters is not None]
    return "".join(known) if len(known) == len(found) else None


def _written(c: str) -> str | None:
    if is_gsm(c):
        return c
    if c in _TABLE:
        return _TABLE[c]
    if c.isdecimal():
        return str(unicodedata.decimal(c))
    apart = unicodedata.normalize("NFKD", c)
    if apart != c:
        return _spelled(apart)
    return None if unicodedata.category(c)[0] in "LN" else ""
