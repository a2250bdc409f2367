"""Pages as a PDF of vectors with its fonts embedded, as a printer wants it. Needs reportlab, which no function has."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any, assert_never

from twofold.assets.print.ink import Box, Card, Mark, Page, Rule, Square, Text
from twofold.assets.print.sheet import Sheet
from twofold.assets.print.words import clean

from .fonts import Fonts

_POINTS = 72 / 25.4


def render_pdf(sheet: Sheet, pages: Iterable[Page], fonts: Path) -> bytes:
    """The pages of `lay_out`; `fonts` is the folder of `DejaVuSans.ttf` and `DejaVuSans-Bold.ttf`.

    Characters that the fonts lack, such as most emoji and East Asian scripts, are left out. The same pages give the
    same bytes. Raises InvalidRequest when a font is not there, and what laying the pages out raises.
    """
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

    content = BytesIO()
    canvas = Canvas(content, invariant=1, pageCompression=1)
    canvas.setTitle(" – ".join(filter(None, (clean(sheet.brand), clean(sheet.title)))))
    canvas.setAuthor(clean(sheet.brand))
    pen = _Pen(canvas, Fonts(fonts))
    for page in pages:
        pen.page(page)
    canvas.save()
    return content.getvalue()


class _Pen:
    """Draws in millimetres from the left and the top, on a canvas that counts points from below."""

    def __init__(self, canvas: Any, fonts: Fonts) -> None:
        self._canvas = canvas
        self._fonts = fonts

    def page(self, page: Page) -> None:
        self._canvas.setPageSize((page.width * _POINTS, page.height * _POINTS))
        self._canvas.scale(_POINTS, _POINTS)
        self._canvas.translate(0, page.height)
        for rule in page.rules:
            self._rule(rule)
        for card in page.cards:
            self._card(card)
        self._canvas.showPage()

    def _card(self, card: Card) -> None:
        self._canvas.saveState()
        self._canvas.translate(card.x, -card.y)
        if card.turned:
            self._canvas.translate(card.width, -card.height)
            self._canvas.rotate(180)
        for mark in card.marks:
            self._mark(mark)
        self._canvas.restoreState()

    def _mark(self, mark: Mark) -> None:
        if isinstance(mark, Text):
            self._text(mark)
        elif isinstance(mark, Square):
            self._square(mark)
        elif isinstance(mark, Box):
            self._box(mark)
        else:
            assert_never(mark)

    def _text(self, text: Text) -> None:
        font = self._fonts.bold if text.bold else self._fonts.regular
        shown = font.shown(text.text)
        wide = font.width(shown)
        size = min(text.size, text.room / wide) if wide else text.size
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
        self._canvas.setFillColor(text.colour)
        self._canvas.setFont(font.name, size)
        self._canvas.drawString(text.x - wide * size * share, -text.y, shown)

    def _square(self, square: Square) -> None:
        """One path, so that no renderer leaves hairlines between modules."""
        module = square.side / square.code.whole
        outline = self._canvas.beginPath()
        for x, y, length in square.code.runs():
            outline.rect(square.x + x * module, -square.y - (y + 1) * module, length * module, module)
        self._canvas.setFillColor("#000000")
        self._canvas.drawPath(outline, stroke=0, fill=1)

    def _box(self, box: Box) -> None:
        self._canvas.setStrokeColor(box.colour)
        self._canvas.setLineWidth(box.stroke)
        self._canvas.roundRect(
            box.x, -box.y - box.height, box.width, box.height, box.radius, stroke=1, fill=0
        )

    def _rule(self, rule: Rule) -> None:
        self._canvas.saveState()
        self._canvas.setStrokeColor(rule.colour)
        self._canvas.setLineWidth(0.2)
        if rule.dashed:
            self._canvas.setDash(2, 2)
        self._canvas.line(rule.x, -rule.y, rule.to_x, -rule.to_y)
        self._canvas.restoreState()
