"""What a camera sees: a code on a table, as the moving picture that Chromium takes for its camera."""

from pathlib import Path

from twofold.assets.qr.draw import draw_modules

WIDTH, HEIGHT = 640, 480
TABLE, PAPER, INK = 96, 235, 24
"""Greys of the picture's luma, 16 to 235."""


def filmed(text: str, to: Path, *, module: int = 6) -> Path:
    """Two pictures of YUV4MPEG2 (mjpegtools, yuv4mpeg(5)): the whole luma, then two quarters of colourless chroma."""
    frame = b"FRAME\n" + _seen(text, module) + bytes([128]) * (WIDTH * HEIGHT // 2)
    to.write_bytes(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n".encode() + frame * 2)
    return to


def _seen(text: str, module: int) -> bytes:
    rows = draw_modules(text, "screen").rows
    quiet = len(rows) + 8
    left, top = (WIDTH - quiet * module) // 2, (HEIGHT - quiet * module) // 2

    def grey(x: int, y: int) -> int:
        column, row = (x - left) // module, (y - top) // module
        if not (0 <= column < quiet and 0 <= row < quiet):
            return TABLE
        inside = 4 <= column < quiet - 4 and 4 <= row < quiet - 4
        return INK if inside and rows[row - 4][column - 4] else PAPER

    return bytes(grey(x, y) for y in range(HEIGHT) for x in range(WIDTH))
