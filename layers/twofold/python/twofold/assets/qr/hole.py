"""How large a hole a code can carry in its middle: counted, codeword by codeword, not guessed."""

from collections import Counter
from functools import cache

from qrcode.base import rs_blocks
from qrcode.constants import ERROR_CORRECT_H
from qrcode.util import pattern_position

CARRIED = 0.6
"""The share of what level H corrects that a hole may take; what is left is about what level M corrects."""
WIDEST = 0.3
"""A hole's side is at most this share of the code's, so that the eye still sees a QR code."""


@cache
def hole_side(version: int) -> int:
    """Modules (an odd number) a side of the largest hole that a code of level H carries; 0 when it carries none."""
    size = 17 + 4 * version
    sides = range(3, int(size * WIDEST) + 1, 2)
    return max((side for side in sides if _load(version, middle(size, side)) <= CARRIED), default=0)


def middle(size: int, side: int) -> range:
    """The rows, and as well the columns, of a square of `side` modules in the centre of one of `size`."""
    start = (size - side) // 2
    return range(start, start + side)


def _load(version: int, hole: range) -> float:
    """The share of its correction that the block hit worst would spend, were every codeword touched lost."""
    words = _codewords(version)
    owners = _owners(version)
    touched = {words[row, column] for row in hole for column in hole if (row, column) in words}
    lost = Counter(owners[word] for word in touched if word < len(owners))
    blocks = rs_blocks(version, ERROR_CORRECT_H)
    correctable = [(block.total_count - block.data_count) // 2 for block in blocks]
    return float(max(lost[i] / most for i, most in enumerate(correctable)))


def _codewords(version: int) -> dict[tuple[int, int], int]:
    """Which codeword each module belongs to. They fill pairs of columns from the right, upwards and downwards."""
    size = 17 + 4 * version
    rights = [*range(size - 1, 6, -2), 5, 3, 1]
    order = (
        (row, column)
        for turn, right in enumerate(rights)
        for row in (range(size) if turn % 2 else reversed(range(size)))
        for column in (right, right - 1)
    )
    free = [place for place in order if not _fixed(version, *place)]
    return {place: bit // 8 for bit, place in enumerate(free)}


def _fixed(version: int, row: int, column: int) -> bool:
    """Whether a module is part of a pattern and carries no data: finders with formats, timing, version, alignment."""
    size = 17 + 4 * version
    low, high = min(row, column), max(row, column)
    finder = high <= 8 or (low <= 8 and high >= size - 8)
    numbered = version >= 7 and low <= 5 and high >= size - 11
    return finder or low == 6 or row == 6 or column == 6 or numbered or _aligned(version, row, column)


def _aligned(version: int, row: int, column: int) -> bool:
    """Alignment patterns are five modules wide around every pair of positions, save where a finder is."""
    centres = pattern_position(version)
    corners = {(6, 6), (6, centres[-1]), (centres[-1], 6)} if centres else set()
    return any(
        abs(row - y) <= 2 and abs(column - x) <= 2 for y in centres for x in centres if (y, x) not in corners
    )


def _owners(version: int) -> list[int]:
    """The block of each codeword: blocks take turns, first with their data, then with their correction."""
    blocks = rs_blocks(version, ERROR_CORRECT_H)
    data = [block.data_count for block in blocks]
    spare = [block.total_count - block.data_count for block in blocks]
    return [
        i
        for counts in (data, spare)
        for turn in range(max(counts))
        for i, count in enumerate(counts)
        if turn < count
    ]
