"""What can be printed: a row for each form, with how many stand on a paper and how each of them looks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Protocol

from twofold.contracts.errors import InvalidRequest

from .beside import beside
from .grid import Grid, fixed, split
from .ink import Mark, Rule
from .sheet import Entry, Paper, Sheet
from .styles import STICKER, TENT, UPRIGHT, Style
from .tent import faces, folds
from .upright import upright

STICKER_WIDTH, STICKER_HEIGHT = 64.0, 33.0
"""Millimetres: 24 on either paper, with room for crop marks, and for a code that is read from 25 cm."""


class Layout(Protocol):
    def __call__(
        self, sheet: Sheet, entry: Entry, form: str, width: float, height: float, *, style: Style
    ) -> tuple[Mark, ...]:
        """What stands on a card of this form. Raises InvalidRequest for what has no room there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintForm:
    """`name` is the form of the assets that are printed so. `rules` are the lines along which a page is cut or folded.

    Each code takes `faces` cells of the paper's grid; all but the last of them stand on their head.
    """

    name: str
    layout: Layout
    style: Style
    grid: Callable[[Paper], Grid]
    faces: int = 1
    rules: Callable[[Grid], tuple[Rule, ...]] = Grid.crop_marks

    def marks(self, sheet: Sheet, entry: Entry, grid: Grid) -> tuple[Mark, ...]:
        """What stands on a card. Raises InvalidRequest for a link or an address that has no room there."""
        return self.layout(sheet, entry, self.name, grid.width, grid.height, style=self.style)


PRINT_FORMS = MappingProxyType(
    {
        form.name: form
        for form in (
            PrintForm(name="poster", layout=upright, style=UPRIGHT, grid=partial(split, side=1)),
            PrintForm(name="flyer", layout=upright, style=UPRIGHT, grid=partial(split, side=2)),
            PrintForm(name="table_tent", layout=beside, style=TENT, grid=faces, faces=2, rules=folds),
            PrintForm(
                name="sticker",
                layout=beside,
                style=STICKER,
                grid=partial(fixed, columns=3, rows=8, width=STICKER_WIDTH, height=STICKER_HEIGHT),
            ),
        )
    }
)


def print_form_named(name: str) -> PrintForm:
    """Raises InvalidRequest for a form that is not in `PRINT_FORMS`."""
    if name not in PRINT_FORMS:
        raise InvalidRequest(f"A sheet is one of: {', '.join(PRINT_FORMS)}.", field="form")
    return PRINT_FORMS[name]
