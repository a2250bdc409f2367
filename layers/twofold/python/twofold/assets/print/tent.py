"""A table tent: two faces and two flaps. Folded three times and its flaps glued together, it stands by itself."""

from .beside import beside
from .ink import FOLD, Card, Page, Rule
from .sheet import Entry, Paper, Sheet
from .styles import TENT

FLAP = 28.0
"""Millimetres; the two lie on each other and make the foot."""


def tent(sheet: Sheet, entry: Entry, paper: Paper) -> Page:
    """From the top: a flap, one face on its head, the ridge, the other face, a flap. Raises InvalidRequest."""
    height = (paper.height - 2 * FLAP) / 2
    marks = beside(sheet, entry, "table_tent", paper.width, height, style=TENT)
    tops = (FLAP, FLAP + height)
    cards = tuple(
        Card(x=0, y=top, width=paper.width, height=height, marks=marks, turned=top == FLAP) for top in tops
    )
    folds = tuple(
        Rule(x=0, y=y, to_x=paper.width, to_y=y, colour=FOLD, dashed=True)
        for y in (FLAP, FLAP + height, paper.height - FLAP)
    )
    return Page(width=paper.width, height=paper.height, cards=cards, rules=folds)
