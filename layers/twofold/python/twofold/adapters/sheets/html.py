"""Pages as one HTML file that needs nothing else: each is an SVG as large as its paper, and nothing in it runs."""

from collections.abc import Iterable
from html import escape
from itertools import chain
from typing import assert_never

from twofold.assets.print.ink import Box, Card, Mark, Page, Rule, Square, Text
from twofold.assets.print.sheet import Sheet
from twofold.assets.print.words import clean, reads_leftwards
from twofold.assets.qr.svg import path

_FONTS = "'Helvetica Neue',Helvetica,Arial,'Noto Sans','DejaVu Sans',sans-serif"
"""None of them is wider than the one that `widths.py` measures by."""
_HEAD = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
@page {{ size: {width}mm {height}mm; margin: 0 }}
* {{ margin: 0; padding: 0 }}
svg {{ display: block; background: #fff; break-after: page; break-inside: avoid }}
svg:last-child {{ break-after: auto }}
text {{ font-family: {fonts}; white-space: pre }}
@media screen {{ body {{ background: #e7e5ea }} svg {{ margin: 8mm auto; box-shadow: 0 1mm 4mm #0003 }} }}
</style></head><body>
"""
_FOOT = "</body></html>\n"
_TURNED = {"start": "end", "middle": "middle", "end": "start"}


def render_html(sheet: Sheet, pages: Iterable[Page]) -> str:
    """The pages of `lay_out`. Print it at 100 %, without margins. Raises what laying them out raises."""
    remaining = iter(pages)
    first = next(remaining)
    head = _HEAD.format(
        lang=escape(clean(sheet.locale)),
        title=escape(" – ".join(filter(None, (clean(sheet.brand), clean(sheet.title))))),
        width=_mm(first.width),
        height=_mm(first.height),
        fonts=_FONTS,
    )
    return head + "".join(_page(page) for page in chain([first], remaining)) + _FOOT


def _page(page: Page) -> str:
    width, height = _mm(page.width), _mm(page.height)
    inside = "".join((*map(_rule, page.rules), *map(_card, page.cards)))
    return f'<svg width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}">{inside}</svg>\n'


def _card(card: Card) -> str:
    turned = f" rotate(180 {_mm(card.width / 2)} {_mm(card.height / 2)})" if card.turned else ""
    inside = "".join(map(_mark, card.marks))
    return f'<g transform="translate({_mm(card.x)} {_mm(card.y)}){turned}">{inside}</g>'


def _mark(mark: Mark) -> str:
    if isinstance(mark, Text):
        return _text(mark)
    if isinstance(mark, Square):
        scale = f"{mark.side / mark.code.whole:.5f}"
        place = f"translate({_mm(mark.x)} {_mm(mark.y)}) scale({scale})"
        return f'<path transform="{place}" shape-rendering="crispEdges" d="{path(mark.code)}"/>'
    if isinstance(mark, Box):
        return _box(mark)
    assert_never(mark)


def _text(text: Text) -> str:
    leftwards = reads_leftwards(text.text)
    anchor = _TURNED[text.anchor] if leftwards else text.anchor
    manner = (' font-weight="700"' if text.bold else "") + (' direction="rtl"' if leftwards else "")
    return (
        f'<text x="{_mm(text.x)}" y="{_mm(text.y)}" font-size="{_mm(text.size)}" fill="{text.colour}" '
        f'text-anchor="{anchor}"{manner}>{escape(text.text)}</text>'
    )


def _box(box: Box) -> str:
    return (
        f'<rect x="{_mm(box.x)}" y="{_mm(box.y)}" width="{_mm(box.width)}" height="{_mm(box.height)}" '
        f'rx="{_mm(box.radius)}" fill="none" stroke="{box.colour}" stroke-width="{_mm(box.stroke)}"/>'
    )


def _rule(rule: Rule) -> str:
    dashes = ' stroke-dasharray="2 2"' if rule.dashed else ""
    return (
        f'<line x1="{_mm(rule.x)}" y1="{_mm(rule.y)}" x2="{_mm(rule.to_x)}" y2="{_mm(rule.to_y)}" '
        f'stroke="{rule.colour}" stroke-width="0.2"{dashes}/>'
    )


def _mm(length: float) -> str:
    return f"{length:.3f}".rstrip("0").rstrip(".")
