"""Lays a sheet out, for one code or for hundreds: page after page, ready to be rendered."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice, repeat

from twofold.contracts.errors import InvalidRequest

from .forms import PrintForm, print_form_named
from .grid import Grid
from .ink import Card, Mark, Page
from .sheet import Entry, Sheet, paper_named


def lay_out(
    sheet: Sheet, entries: Sequence[Entry], form: str, *, paper: str = "a4", copies: int | None = None
) -> Iterator[Page]:
    """The pages, in the entries' order; each entry `copies` times.

    By default a batch gets one of each, and a single entry fills its page. Nothing is laid out before a page is asked
    for. Raises InvalidRequest at once for a form, a paper or a number of copies that there is not; and with the page
    for a link or an address that has no room there, which is named by its place in the list (`entries[3].link`).
    """
    chosen = print_form_named(form)
    if not entries:
        raise InvalidRequest("A sheet needs at least one code.", field="entries")
    if copies is not None and copies < 1:
        raise InvalidRequest("Each code is printed at least once.", field="copies")
    grid = chosen.grid(paper_named(paper))
    most = grid.count // chosen.faces
    each = copies or (most if len(entries) == 1 else 1)
    places = (again for place in enumerate(entries) for again in repeat(place, each))
    return _pages(sheet, places, chosen, grid)


def _pages(sheet: Sheet, places: Iterator[tuple[int, Entry]], form: PrintForm, grid: Grid) -> Iterator[Page]:
    paper, rules = grid.paper, form.rules(grid)
    while filled := list(islice(places, grid.count // form.faces)):
        cards = tuple(_cards(sheet, filled, form, grid))
        yield Page(width=paper.width, height=paper.height, cards=cards, rules=rules)


def _cards(sheet: Sheet, filled: list[tuple[int, Entry]], form: PrintForm, grid: Grid) -> Iterator[Card]:
    corners = grid.corners()
    for place, entry in filled:
        with _named(place):
            marks = form.marks(sheet, entry, grid)
        for face, (x, y) in enumerate(islice(corners, form.faces), 1):
            yield _card(x, y, grid, marks, turned=face < form.faces)


def _card(x: float, y: float, grid: Grid, marks: tuple[Mark, ...], *, turned: bool) -> Card:
    return Card(x=x, y=y, width=grid.width, height=grid.height, marks=marks, turned=turned)


@contextmanager
def _named(place: int) -> Iterator[None]:
    """Says of a link that cannot be drawn which one it is."""
    try:
        yield
    except InvalidRequest as error:
        raise InvalidRequest(
            error.detail, code=error.code, field=f"entries[{place}].{error.field}"
        ) from error
