"""Prints a PDF's pages as a scanner would see them, and finds what a page in HTML draws."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from tests.unit.qr.scanner import scan_path, scanned

FONTS = Path(__file__).parents[3] / "node_modules" / "dejavu-fonts-ttf" / "ttf"
_PATH = re.compile(r'<path transform="[^"]*" shape-rendering="crispEdges" d="([^"]+)"/>')


def scan_pdf(content: bytes, dpi: int = 150) -> Iterator[list[str]]:
    """What stands in the codes of each page."""
    document = pypdfium2.PdfDocument(content)
    for page in document:
        yield scanned(page.render(scale=dpi / 72).to_pil())


def scan_html(text: str) -> list[str]:
    """What stands in each code, in order; each is drawn large enough for any version up to 20."""
    return [found for path in _PATH.findall(text) for found in scan_path(path, 105)]


def said(content: bytes) -> str:
    """The text of all pages, as a reader of PDFs finds it."""
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
