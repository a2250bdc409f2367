"""Where everything stands on a sheet."""

from itertools import combinations

import pytest

from tests.unit.qr.sheets import HOSTILE, LONG, PLAIN, encoded, entries
from twofold.assets.check import FORMS
from twofold.assets.print.forms import PRINT_FORMS
from twofold.assets.print.ink import Card, Mark, Rule, Square, Text
from twofold.assets.print.lay_out import lay_out
from twofold.assets.print.sheet import LONGEST_ADDRESS, PAPERS, Entry, Sheet
from twofold.assets.print.widths import width
from twofold.assets.qr.uses import USES
from twofold.contracts.errors import InvalidRequest

SHEETS = [pytest.param(sheet, id=name) for name, sheet in {"plain": PLAIN, **HOSTILE}.items()]
PER_PAGE = {"poster": 1, "flyer": 4, "table_tent": 1, "sticker": 24}


@pytest.mark.parametrize("entry", [*entries(1), LONG], ids=["short", "long"])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("form", PRINT_FORMS)
@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_overlaps_and_nothing_leaves_its_card(sheet, form, paper, entry):
    (page,) = lay_out(sheet, [entry], form, paper=paper)
    card = page.cards[0]
    solid = [_edges(mark) for mark in card.marks if not _in_a_code(mark, card)]
    assert all(left >= -0.01 and top >= -0.01 for left, top, _, _ in solid)
    assert all(right <= card.width + 0.01 and foot <= card.height + 0.01 for _, _, right, foot in solid)
    assert not [pair for pair in combinations(solid, 2) if _meet(*pair)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("form", PRINT_FORMS)
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_code_is_large_enough_for_its_use_whatever_else_is_said(sheet, form, paper):
    for entry in (*entries(1), LONG, Entry(link="http://a.b/1", address="a.b/1")):
        (page,) = lay_out(sheet, [entry], form, paper=paper)
        code = _code(page.cards[0])
        assert code.side * code.code.size / code.code.whole >= USES[form].distance_mm / 10 - 1e-6


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("form", PRINT_FORMS)
def test_an_address_is_never_cut(form, paper):
    address = ("go.brand.com/" + "offers-and-more/" * 9)[:LONGEST_ADDRESS]
    (page,) = lay_out(PLAIN, [Entry(link="https://go.brand.com/4F7K2M", address=address)], form, paper=paper)
    assert address in "".join(mark.text for mark in page.cards[0].marks if isinstance(mark, Text))


@pytest.mark.parametrize("form", PRINT_FORMS)
def test_each_of_a_batch_has_its_own_code_and_its_own_address_in_order(form):
    cards = [card for page in lay_out(PLAIN, entries(50), form) for card in page.cards if not card.turned]
    assert [_code(card).code.text for card in cards] == encoded(50)
    for i, card in enumerate(cards):
        assert f"go.brand.com/{i:06d}" in [mark.text for mark in card.marks if isinstance(mark, Text)]


@pytest.mark.parametrize("form", PRINT_FORMS)
def test_a_single_code_fills_its_page_and_copies_are_counted(form):
    (page,) = lay_out(PLAIN, entries(1), form)
    assert len([card for card in page.cards if not card.turned]) == PER_PAGE[form]
    cards = [
        card for page in lay_out(PLAIN, entries(2), form, copies=3) for card in page.cards if not card.turned
    ]
    assert [_code(card).code.text for card in cards] == [link for link in encoded(2) for _ in range(3)]


def test_a_tent_says_the_same_on_both_faces_and_is_folded_between_them():
    (page,) = lay_out(PLAIN, entries(1), "table_tent")
    first, second = page.cards
    assert (first.turned, second.turned) == (True, False)
    assert first.marks == second.marks
    assert [rule.y for rule in page.rules] == [first.y, second.y, second.y + second.height]
    assert all(rule.dashed for rule in page.rules)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("form", "cuts"), [("sticker", 2 * (4 + 9)), ("flyer", 4), ("poster", 0)])
def test_crop_marks_stand_at_every_cut_and_on_no_sticker(form, cuts, paper):
    (page,) = lay_out(PLAIN, entries(1), form, paper=paper)
    assert len(page.rules) == cuts
    inside = [card for card in page.cards for rule in page.rules if form == "sticker" and _holds(card, rule)]
    assert not inside


@pytest.mark.parametrize(
    ("made", "field"),
    [
        (lambda: Sheet(brand=" \x00"), "brand"),
        (lambda: Sheet(brand="B", accent="red;}"), "accent"),
        (lambda: Sheet(brand="B", initials="ABC"), "initials"),
        (lambda: Entry(link="x", address=""), "address"),
        (lambda: Entry(link="x", address="a" * 61), "address"),
        (lambda: lay_out(PLAIN, entries(1), "mug"), "form"),
        (lambda: lay_out(PLAIN, entries(1), "poster", paper="a0"), "paper"),
        (lambda: lay_out(PLAIN, [], "poster"), "entries"),
        (lambda: lay_out(PLAIN, entries(1), "poster", copies=0), "copies"),
        (
            lambda: list(lay_out(PLAIN, [*entries(3), Entry(link="", address="a")], "flyer")),
            "entries[3].link",
        ),
        (lambda: list(lay_out(PLAIN, [Entry(link="x", address="W" * 60)], "sticker")), "entries[0].address"),
        (lambda: list(lay_out(PLAIN, [Entry(link="é" * 150, address="a")], "sticker")), "entries[0].link"),
    ],
)
def test_what_cannot_be_printed_is_refused_by_name(made, field):
    with pytest.raises(InvalidRequest) as refused:
        made()
    assert refused.value.field == field


def test_a_code_is_drawn_for_every_form_it_is_put_on_and_a_sheet_printed_for_some_of_them():
    assert set(USES) == {*FORMS["qr"], "screen"}
    assert set(PRINT_FORMS) < set(FORMS["qr"])


def _code(card: Card) -> Square:
    return next(mark for mark in card.marks if isinstance(mark, Square))


def _in_a_code(mark: Mark, card: Card) -> bool:
    """Initials stand in their code's hole, and the frame around it is no obstacle of its own."""
    code = _code(card)
    if isinstance(mark, Text):
        return code.y < mark.y < code.y + code.side and abs(mark.x - code.x - code.side / 2) < 0.01
    return not isinstance(mark, Square)


def _edges(mark: Mark) -> tuple[float, float, float, float]:
    """Left, top, right and foot; a text's from its tallest letter to its lowest."""
    if isinstance(mark, Text):
        wide = width(mark.text) * mark.size
        left = mark.x - wide * {"start": 0, "middle": 0.5, "end": 1}[mark.anchor]
        return left, mark.y - 0.76 * mark.size, left + wide, mark.y + 0.24 * mark.size
    assert isinstance(mark, Square)
    return mark.x, mark.y, mark.x + mark.side, mark.y + mark.side


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    apart = 0.001
    across = one[0] < other[2] - apart and other[0] < one[2] - apart
    return across and one[1] < other[3] - apart and other[1] < one[3] - apart


def _holds(card: Card, rule: Rule) -> bool:
    x, y = (rule.x + rule.to_x) / 2, (rule.y + rule.to_y) / 2
    return card.x < x < card.x + card.width and card.y < y < card.y + card.height
