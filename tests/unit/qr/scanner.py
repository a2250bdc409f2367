"""Reads drawn codes back with zxing-cpp, from a PNG, an SVG's path or bare modules."""

import io
import re

import zxingcpp
from PIL import Image

from twofold.assets.qr.code import Code

RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")
SCALE = 4


def scanned(image: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(
        image.convert("L"), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return [one.text for one in found]


def scan_png(content: bytes) -> list[str]:
    return scanned(Image.open(io.BytesIO(content)))


def scan_path(path: str, whole: int) -> list[str]:
    """Of the `d` that draws the dark modules; anything in it but runs of modules is an error."""
    assert not RUN.sub("", path)
    dark = {
        (int(x) + i, int(y))
        for x, y, length, back in RUN.findall(path)
        if length == back
        for i in range(int(length))
    }
    return scanned(_picture(dark, whole))


def scan_svg(text: str) -> list[str]:
    side = re.search(r'viewBox="0 0 (\d+) \1"', text)
    path = re.search(r'<path d="([^"]+)"/></svg>$', text)
    assert side
    assert path
    return scan_path(path[1], int(side[1]))


def scan_rows(code: Code, *, stains: frozenset[tuple[int, int]] = frozenset()) -> list[str]:
    """Of the modules alone; those of `stains`, (column, row), are turned over first."""
    dark = {(x, y) for y, row in enumerate(code.rows) for x, module in enumerate(row) if module}
    return scanned(_picture({(x + 4, y + 4) for x, y in dark ^ stains}, code.whole))


def _picture(dark: set[tuple[int, int]], whole: int) -> Image.Image:
    drawn = Image.new("L", (whole, whole), 255)
    for place in dark:
        drawn.putpixel(place, 0)
    return drawn.resize((whole * SCALE, whole * SCALE), Image.Resampling.NEAREST)
