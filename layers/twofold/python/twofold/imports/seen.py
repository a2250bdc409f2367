"""Remembers what stood in a file before: 64 bits of each, in 16 MB for a million."""

from array import array

MOST = 1_000_000
"""Texts that can be remembered."""

_SLOTS = 1 << 21
_ALL = (1 << 64) - 1


class Seen:
    """Of a million texts, the chance that any is taken for another is one in thirty million."""

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * _SLOTS))

    def add(self, text: str) -> bool:
        """Whether it was not there before."""
        mark = hash(text) & _ALL or 1
        slots, slot = self._slots, mark % _SLOTS
        # More than half of the slots stay free, so the next free one is near.
        while there := slots[slot]:
            if there == mark:
                return False
            slot = (slot + 1) % _SLOTS
        slots[slot] = mark
        return True
