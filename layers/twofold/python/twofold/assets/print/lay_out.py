"""Lays a sheet out, for one code or for hundreds: page after page, ready to be rendered."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice, repeat

from twofold.contracts.errors import InvalidRequest

from .beside import beside
from .grid import Grid
from .ink import Card, Mark, Page
from .sheet import Entry, Paper, Sheet, paper_named
from .styles import STICKER
from .tent import tent
from .upright import upright

KINDS = ("poster", "flyer", "table_tent", "sticker")

_STICKER_WIDTH, _STICKER_HEIGHT = 64.0, 33.0
"""Millimetres: 24 on either paper, with room for crop marks, and for a code that is read from 25 cm."""


def lay_out(
    sheet: Sheet, entries: Sequence[Entry], kind: str, *, paper: str = "a4", copies: int | None = None
) -> Iterator[Page]:
    """The pages, in the entries' order; each entry `copies` times.

    By default a batch gets one of each, and a single entry fills its page. Nothing is laid out before a page is asked
    for. Raises InvalidRequest at once for a kind, a paper or a number of copies that there is not; and with the page
    for a link or an address that has no room there, which is named by its place in the list (`entries[3].link`).
    """
    _check(entries, kind, copies)
    chosen = paper_named(paper)
    places = list(enumerate(entries))
    if kind == "table_tent":
        return (_tent(sheet, place, chosen) for place in _repeated(places, copies or 1))
    grid = _grid(kind, chosen)
    each = copies or (grid.count if len(places) == 1 else 1)
    return _pages(sheet, _repeated(places, each), kind, grid)


def _check(entries: Sequence[Entry], kind: str, copies: int | None) -> None:
    if kind not in KINDS:
        raise InvalidRequest(f"A sheet is one of: {', '.join(KINDS)}.", field="kind")
    if not entries:
        raise InvalidRequest("A sheet needs at least one code.", field="entries")
    if copies is not None and copies < 1:
        raise InvalidRequest("Each code is printed at least once.", field="copies")


def _grid(kind: str, paper: Paper) -> Grid:
    if kind == "sticker":
        return Grid(paper=paper, columns=3, rows=8, width=_STICKER_WIDTH, height=_STICKER_HEIGHT)
    side = 2 if kind == "flyer" else 1
    return Grid(paper=paper, columns=side, rows=side, width=paper.width / side, height=paper.height / side)


def _repeated(places: list[tuple[int, Entry]], copies: int) -> Iterator[tuple[int, Entry]]:
    return (again for place in places for again in repeat(place, copies))


def _tent(sheet: Sheet, place: tuple[int, Entry], paper: Paper) -> Page:
    with _named(place[0]):
        return tent(sheet, place[1], paper)


def _pages(sheet: Sheet, places: Iterator[tuple[int, Entry]], kind: str, grid: Grid) -> Iterator[Page]:
    while filled := list(islice(places, grid.count)):
        cards = tuple(
            Card(x=x, y=y, width=grid.width, height=grid.height, marks=_marks(sheet, place, kind, grid))
            for place, (x, y) in zip(filled, grid.corners(), strict=False)
        )
        rules = grid.crop_marks()
        yield Page(width=grid.paper.width, height=grid.paper.height, cards=cards, rules=rules)


def _marks(sheet: Sheet, place: tuple[int, Entry], kind: str, grid: Grid) -> tuple[Mark, ...]:
    with _named(place[0]):
        if kind == "sticker":
            return beside(sheet, place[1], kind, grid.width, grid.height, style=STICKER)
        return upright(sheet, place[1], kind, grid.width, grid.height)


@contextmanager
def _named(place: int) -> Iterator[None]:
    """Says of a link that cannot be drawn which one it is."""
    try:
        yield
    except InvalidRequest as error:
        raise InvalidRequest(
            error.detail, code=error.code, field=f"entries[{place}].{error.field}"
        ) from error
