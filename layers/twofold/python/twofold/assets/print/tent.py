"""A table tent: two faces and two flaps. Folded three times and its flaps glued together, it stands by itself."""

from .grid import Grid
from .ink import FOLD, Rule
from .sheet import Paper

FLAP = 28.0
"""Millimetres, above and below the faces; the two lie on each other and make the foot."""


def faces(paper: Paper) -> Grid:
    """From the top: a flap, one face, the ridge, the other face, a flap."""
    return Grid(paper=paper, columns=1, rows=2, width=paper.width, height=(paper.height - 2 * FLAP) / 2)


def folds(grid: Grid) -> tuple[Rule, ...]:
    """Where to fold: above each face, and below the last."""
    levels = [grid.top + grid.height * row for row in range(grid.rows + 1)]
    return tuple(Rule(x=0, y=y, to_x=grid.paper.width, to_y=y, colour=FOLD, dashed=True) for y in levels)
