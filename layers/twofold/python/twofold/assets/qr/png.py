"""A code as PNG: one bit a pixel, so that even a poster's takes two kilobytes (format: W3C PNG, third edition)."""

import struct
import zlib

from .code import Code
from .uses import QUIET_MODULES

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BLACK_OR_WHITE = struct.pack(">5B", 1, 0, 0, 0, 0)
"""One bit of grey; the usual compression and filters; not interlaced."""
_METRE = b"\x01"


def png(code: Code, module_px: int, side_mm: float) -> bytes:
    """A picture of `module_px` pixels a module that prints as wide as `side_mm`, without the quiet zone."""
    width = code.whole * module_px
    per_metre = round(code.size * module_px / side_mm * 1000)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">2I", width, width) + _BLACK_OR_WHITE),
            _chunk(b"pHYs", struct.pack(">2I", per_metre, per_metre) + _METRE),
            _chunk(b"IDAT", zlib.compress(_pixels(code, module_px), 9)),
            _chunk(b"IEND", b""),
        )
    )


def _pixels(code: Code, module_px: int) -> bytes:
    quiet = (False,) * QUIET_MODULES
    blank = (False,) * code.whole
    rows = [blank] * QUIET_MODULES + [(*quiet, *row, *quiet) for row in code.rows] + [blank] * QUIET_MODULES
    return b"".join(_line(row, module_px) * module_px for row in rows)


def _line(row: tuple[bool, ...], module_px: int) -> bytes:
    """One row of pixels: no filter, then a bit for each, set where it is white, filled up to whole bytes."""
    bits = "".join(("0" if dark else "1") * module_px for dark in row)
    filled = bits.ljust(-(-len(bits) // 8) * 8, "0")
    return b"\0" + int(filled, 2).to_bytes(len(filled) // 8, "big")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
