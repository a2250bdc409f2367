"""How many parts a text is billed as, and which characters make it dear.

A part holds 140 octets (3GPP TS 23.040, 9.2.3.24): 160 units of GSM-7 or 70 of UCS-2. In a text of several parts each
one gives 6 octets to the header that joins them, which leaves 153 and 67. A unit is a septet, or 16 bits of UTF-16.
"""

from dataclasses import dataclass
from typing import Literal

from .alphabet import EXTENSION, is_gsm
from .costly import Costly, find_costly

Encoding = Literal["GSM-7", "UCS-2"]

CAPACITY = {"GSM-7": (160, 153), "UCS-2": (70, 67)}
"""Units of a text's only part, and of each part of several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """`units` are those of the text itself; `left` is how many more its last part holds.

    `costly` are the characters that force UCS-2, in their order; none when the text is GSM-7.
    """

    encoding: Encoding
    parts: int
    units: int
    left: int
    costly: tuple[Costly, ...]


def measure(text: str) -> Measure:
    """A rendered text's parts, and why they are as many as they are."""
    encoding, sizes = _sizes(text)
    parts, left = _pack(sizes, *CAPACITY[encoding])
    return Measure(
        encoding=encoding, parts=parts, units=sum(sizes), left=left, costly=tuple(find_costly(text))
    )


def count_parts(text: str) -> int:
    """Parts of a rendered text; an empty one is billed as one."""
    encoding, sizes = _sizes(text)
    return _pack(sizes, *CAPACITY[encoding])[0]


def suggest(text: str) -> str:
    """The text with each costly character replaced, so that it is GSM-7.

    Unchanged when one of them has no replacement: then all the others cost nothing more.
    """
    out, done = [], 0
    for costly in find_costly(text):
        if costly.replacement is None:
            return text
        out += [text[done : costly.position], costly.replacement]
        done = costly.position + len(costly.character)
    return "".join([*out, text[done:]])


def _sizes(text: str) -> tuple[Encoding, list[int]]:
    if is_gsm(text):
        return "GSM-7", [2 if c in EXTENSION else 1 for c in text]
    return "UCS-2", [2 if ord(c) > 0xFFFF else 1 for c in text]


def _pack(sizes: list[int], alone: int, part: int) -> tuple[int, int]:
    """Parts, and units left in the last. No escape pair and no surrogate pair is split over two."""
    total = sum(sizes)
    if total <= alone:
        return 1, alone - total
    parts, used = 1, 0
    for size in sizes:
        if used + size > part:
            parts, used = parts + 1, 0
        used += size
    return parts, part - used
