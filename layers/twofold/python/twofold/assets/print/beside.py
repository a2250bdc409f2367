"""A card with its code on the left and its words on the right: table tents and stickers."""

from .block import Block, Face, block, moved
from .code_square import code_of, square
from .ink import Mark, Text
from .sheet import Entry, Sheet
from .styles import Style


def beside(
    sheet: Sheet, entry: Entry, form: str, width: float, height: float, *, style: Style
) -> tuple[Mark, ...]:
    """`style` is in hundredths of the height. Raises InvalidRequest for a link that cannot be drawn here."""
    style = style.scaled(height / 100, sheet.accent)
    inset = (height - style.code) / 2
    left = inset + style.code + (style.gap if inset else 0)
    room = width - left - style.margin
    code = square(code_of(entry, sheet, form), sheet, form, x=inset, y=inset, side=style.code)
    top = _stack(
        [(sheet.brand, style.brand), (sheet.title, style.title), (sheet.advice, style.advice)],
        *(left, room, style),
    )
    foot = _stack(
        [(entry.address, style.address), (sheet.footer, style.footer), (entry.place, style.place)],
        *(left, room, style),
    )
    edge = max(style.margin, inset)
    down = height - edge - foot.height
    return (*code, *moved(top, edge), *moved(foot, down))


def _stack(texts: list[tuple[str, Face | None]], left: float, room: float, style: Style) -> Block:
    """The texts below each other, from 0 downwards; those that are empty, or have no place here, take none."""
    y = 0.0
    lines: list[Text] = []
    for text, face in texts:
        made = block(text, face, x=left, y=y, width=room, anchor="start") if face else Block(0, ())
        lines.extend(made.lines)
        y += made.height + (style.gap if made.lines else 0)
    return Block(max(y - style.gap, 0), tuple(lines))
