"""How many parts a text is billed as.

GSM 03.38: 160 characters alone and 153 per part; the extension characters count two. One character outside turns
the whole text into UCS-2: 70 and 67, counted in UTF-16 units.
"""

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION = frozenset("^{}[]~\\|€\f")


def count_parts(text: str) -> int:
    """Parts of a rendered text. No escape pair and no surrogate pair is split over two parts."""
    if all(c in _BASIC or c in _EXTENSION for c in text):
        return _fill([2 if c in _EXTENSION else 1 for c in text], alone=160, part=153)
    return _fill([2 if ord(c) > 0xFFFF else 1 for c in text], alone=70, part=67)


def _fill(sizes: list[int], *, alone: int, part: int) -> int:
    if sum(sizes) <= alone:
        return 1
    parts, used = 1, 0
    for size in sizes:
        if used + size > part:
            parts, used = parts + 1, 0
        used += size
    return parts
