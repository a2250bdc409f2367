"""Cards side by side on one paper, and the marks along which a printer cuts them apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from .ink import CROP, Rule
from .sheet import Paper

_TICK = 4.0
_APART = 1.0
"""Between a card's corner and its crop mark, so that no cut leaves a trace of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Equal cells in the middle of the paper, in millimetres."""

    paper: Paper
    columns: int
    rows: int
    width: float
    height: float

    @property
    def count(self) -> int:
        return self.columns * self.rows

    @property
    def left(self) -> float:
        return (self.paper.width - self.columns * self.width) / 2

    @property
    def top(self) -> float:
        return (self.paper.height - self.rows * self.height) / 2

    def corners(self) -> Iterator[tuple[float, float]]:
        """Of each cell, row by row."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield self.left + column * self.width, self.top + row * self.height

    def crop_marks(self) -> tuple[Rule, ...]:
        """Outside the cells, or, where they fill the paper, at its edges between them."""
        return (*self._upright(), *self._level())

    def _upright(self) -> Iterator[Rule]:
        for x in self._cuts(self.left, self.width, self.columns):
            start, end = _tick(self.top)
            yield Rule(x=x, y=start, to_x=x, to_y=end, colour=CROP)
            yield Rule(x=x, y=self.paper.height - start, to_x=x, to_y=self.paper.height - end, colour=CROP)

    def _level(self) -> Iterator[Rule]:
        for y in self._cuts(self.top, self.height, self.rows):
            start, end = _tick(self.left)
            yield Rule(x=start, y=y, to_x=end, to_y=y, colour=CROP)
            yield Rule(x=self.paper.width - start, y=y, to_x=self.paper.width - end, to_y=y, colour=CROP)

    @staticmethod
    def _cuts(start: float, step: float, count: int) -> list[float]:
        """Where to cut; not at the paper's own edge."""
        return [start + step * i for i in range(count + 1) if start > 0 or 0 < i < count]


def split(paper: Paper, *, side: int) -> Grid:
    """The whole paper in `side` times `side` cells."""
    return Grid(paper=paper, columns=side, rows=side, width=paper.width / side, height=paper.height / side)


def fixed(paper: Paper, *, columns: int, rows: int, width: float, height: float) -> Grid:
    """Cells of the same millimetres on every paper."""
    return Grid(paper=paper, columns=columns, rows=rows, width=width, height=height)


def _tick(margin: float) -> tuple[float, float]:
    """From where to where a mark goes, from the paper's edge inwards."""
    if margin > 0:
        return max(margin - _APART - _TICK, 0), margin - _APART
    return 0, _TICK
