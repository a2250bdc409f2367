"""How wide words are, and in which order they are drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontFile  # type: ignore[import-untyped]

from tests.adapters.sheets.printer import FONTS
from tests.unit.qr.sheets import HOSTILE
from twofold.adapters.sheets.direction import in_drawn_order
from twofold.adapters.sheets.fonts import Fonts
from twofold.assets.print.fit import Room, fit
from twofold.assets.print.widths import width
from twofold.assets.print.words import clean

LETTERS = st.characters(min_codepoint=0x20, max_codepoint=0x52F, exclude_categories=("C", "M", "Z"))


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(FONTS)


@given(st.text(LETTERS, min_size=1, max_size=40))
def test_words_are_never_wider_than_they_were_thought(fonts, text):
    assert fonts.bold.width(clean(text)) <= width(clean(text)) * 1.01 + 0.4
    assert fonts.regular.width(clean(text)) <= width(clean(text)) * 1.01 + 0.4


@pytest.mark.parametrize(
    "text", ["Zgarnij 15% zniżki", "Giảm ngay 50.000 ₫ cho bữa trưa đầu tiên", "It's 20 % off!"]
)
def test_common_words_are_measured_closely(fonts, text):
    assert fonts.bold.width(text) == pytest.approx(width(text), rel=0.05)


@given(st.text(max_size=200), st.floats(5, 200), st.floats(2, 60))
def test_whatever_is_said_stays_in_its_room(text, wide, tall):
    room = Room(width=wide, height=tall, largest=tall / 1.25, smallest=tall / 10)
    set_ = fit(text, room)
    assert all(width(line) * set_.size <= wide * 1.001 or len(line) <= 2 for line in set_.lines)
    assert set_.height <= tall * 1.001


@pytest.mark.parametrize(
    ("said", "first"), [("Only 50.000 ₫ today", "Only"), ("Now 20 % off", "Now"), ("A 5\u00a0km run", "A")]
)
def test_an_amount_is_not_parted_from_its_symbol(said, first):
    number = said.split()[1]
    narrow = Room(width=width(f"{first} {number}") + 0.1, height=9, largest=1, smallest=1)
    lines = fit(said, narrow).lines
    assert lines[0] == first
    assert lines[1].startswith(f"{number}\u00a0")


@pytest.mark.parametrize(
    ("said", "drawn"),
    [
        ("20 % off (today)", "20 % off (today)"),
        ("שלום", "םולש"),
        ("הנחה 20% (היום)", "(םויה) 20% החנה"),
        ("Say שלום עולם now", "Say םלוע םולש now"),
        ("שלום Café Luna", "Café Luna םולש"),
        ("سلام", "ﻡﻼﺳ"),
        ("بيت", "ﺖﻴﺑ"),
        ("دار", "ﺭﺍﺩ"),
    ],
)
def test_words_are_drawn_in_the_order_in_which_they_are_read(said, drawn):
    assert in_drawn_order(said) == drawn


@pytest.mark.parametrize("sheet", HOSTILE.values(), ids=HOSTILE)
def test_characters_that_a_font_lacks_are_left_out(fonts, sheet):
    glyphs = TTFontFile(str(FONTS / "DejaVuSans-Bold.ttf")).charToGlyph
    for text in (sheet.brand, sheet.title, sheet.advice):
        assert all(glyphs.get(ord(character)) for character in fonts.bold.shown(clean(text)))


def test_characters_that_a_font_has_stay(fonts):
    assert fonts.bold.shown("20 % 🎉日") == "20 % "
