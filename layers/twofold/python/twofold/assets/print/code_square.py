"""Puts a code on a card: large enough for its use, and with initials in its middle when a sheet has some."""

from twofold.assets.qr.code import Code
from twofold.assets.qr.draw import draw_modules
from twofold.assets.qr.uses import use_named
from twofold.contracts.errors import InvalidRequest

from .block import Face, block
from .ink import Mark, Square
from .sheet import Entry, Sheet

_FILLED = 0.8
"""How much of a hole its initials fill; the rest keeps them apart from the code."""


def code_of(entry: Entry, sheet: Sheet, form: str) -> Code:
    """Raises InvalidRequest for a link that is empty or too long."""
    return draw_modules(entry.link, form, logo=bool(sheet.initials))


def square(code: Code, sheet: Sheet, form: str, *, x: float, y: float, side: float) -> tuple[Mark, ...]:
    """The code with its quiet zone, `side` wide. Raises InvalidRequest where it would be too small to be read."""
    if side * code.size / code.whole < use_named(form).smallest_mm(code.size) - 1e-6:
        raise InvalidRequest(f"The link is too long for a {form}: its code would be too fine.", field="link")
    drawn = Square(x=x, y=y, side=side, code=code)
    return (drawn, *_initials(drawn, sheet)) if code.hole else (drawn,)


def _initials(drawn: Square, sheet: Sheet) -> tuple[Mark, ...]:
    hole = drawn.side * drawn.code.hole / drawn.code.whole
    room = hole * _FILLED
    face = Face(largest=hole * 0.7, height=hole, colour=sheet.accent, bold=True, least=0.3)
    left = drawn.x + (drawn.side - room) / 2
    made = block(sheet.initials, face, x=left, y=0, width=room)
    line = made.lines[0]
    return block(
        sheet.initials, face, x=left, y=drawn.y + drawn.side / 2 + line.size * 0.365 - line.y, width=room
    ).lines
