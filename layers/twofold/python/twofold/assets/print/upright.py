"""A card whose parts stand below each other: brand, offer, advice, the code in its frame, its address, small print."""

from .block import Block, Face, block, moved
from .code_square import code_of, square
from .ink import Box, Mark
from .sheet import Entry, Sheet
from .styles import Style

_PROPORTION = 1.414
_FRAME = 0.6


def upright(
    sheet: Sheet, entry: Entry, form: str, width: float, height: float, *, style: Style
) -> tuple[Mark, ...]:
    """`style` is in hundredths of the width. Raises InvalidRequest for a link that cannot be drawn here."""
    unit = min(width, height / _PROPORTION) / 100
    style = style.scaled(unit, sheet.accent)
    above, top = _above(sheet, style, width)
    below, foot = _below(sheet, entry, style, width)
    end = height - style.margin - foot
    side = min(end - top - 2 * style.gap - 2 * _FRAME * unit, style.code, width - 2 * style.margin)
    x, y = (width - side) / 2, (top + end - side) / 2
    frame = _frame(x, y, side, _FRAME * unit, sheet.accent)
    under = tuple(mark for made, down in below for mark in moved(made, height - style.margin - foot + down))
    code = square(code_of(entry, sheet, form), sheet, form, x=x, y=y, side=side)
    return (*above, frame, *code, *under)


def _above(sheet: Sheet, style: Style, width: float) -> tuple[list[Mark], float]:
    """What stands above the code, and where it ends."""
    marks: list[Mark] = []
    y = style.margin
    for text, face in ((sheet.brand, style.brand), (sheet.title, style.title), (sheet.advice, style.advice)):
        made = _row(text, face, style, width, y)
        marks.extend(made.lines)
        y += made.height + (style.gap if made.lines else 0)
    return marks, y - style.gap


def _below(sheet: Sheet, entry: Entry, style: Style, width: float) -> tuple[list[tuple[Block, float]], float]:
    """What stands below it, each with its distance from the first, and how tall all of it is."""
    found: list[tuple[Block, float]] = []
    y = 0.0
    for text, face in (
        (entry.address, style.address),
        (sheet.footer, style.footer),
        (entry.place, style.place),
    ):
        made = _row(text, face, style, width, 0)
        found.append((made, y))
        y += made.height + (style.gap if made.lines else 0)
    return found, y - style.gap


def _row(text: str, face: Face | None, style: Style, width: float, y: float) -> Block:
    if face is None:
        return Block(0, ())
    return block(text, face, x=style.margin, y=y, width=width - 2 * style.margin)


def _frame(x: float, y: float, side: float, stroke: float, colour: str) -> Box:
    """Around the quiet zone, which stays white."""
    return Box(
        x=x - stroke / 2,
        y=y - stroke / 2,
        width=side + stroke,
        height=side + stroke,
        radius=side * 0.04,
        stroke=stroke,
        colour=colour,
    )
