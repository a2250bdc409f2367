"""What rows say whose values are packed."""

import zlib
from typing import Any

from twofold.adapters.dynamodb.packed import WORDS


def said(stored: Any) -> str:
    """A stored value that JSON has no words for: what packed bytes say, and anything else as it prints.

    Bytes that are packed in no way we know fail, since nobody could search them.
    """
    held = getattr(stored, "value", stored)
    return unpacked(held) if isinstance(held, bytes) else str(stored)


def unpacked(stored: bytes) -> str:
    unpacking = zlib.decompressobj(zdict=WORDS)
    return (unpacking.decompress(stored) + unpacking.flush()).decode()
