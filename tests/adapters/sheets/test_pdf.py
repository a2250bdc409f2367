"""Sheets as PDF, seen through a scanner's eyes."""

import re

import pytest

from tests.adapters.sheets.printer import FONTS, said, scan_pdf
from tests.unit.qr.sheets import HOSTILE, LONG, PLAIN, encoded, entries
from twofold.adapters.sheets.pdf import render_pdf
from twofold.assets.print.forms import PRINT_FORMS
from twofold.assets.print.lay_out import lay_out
from twofold.assets.print.sheet import PAPERS, Entry, Sheet
from twofold.contracts.errors import InvalidRequest

PER_PAGE = {"poster": 1, "flyer": 4, "table_tent": 2, "sticker": 24}


def made(sheet: Sheet, wanted: list[Entry], form: str, paper: str = "a4") -> bytes:
    return render_pdf(sheet, lay_out(sheet, wanted, form, paper=paper), FONTS)


@pytest.mark.parametrize("initials", ["", "CL"])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("form", PRINT_FORMS)
def test_every_code_of_every_sheet_can_be_scanned(form, paper, initials):
    sheet = Sheet(brand="Café Luna", title="20 % off", initials=initials)
    (found,) = scan_pdf(made(sheet, entries(1), form, paper))
    assert found == encoded(1) * PER_PAGE[form]


@pytest.mark.parametrize("form", PRINT_FORMS)
@pytest.mark.parametrize("sheet", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_spoil_no_code(sheet, form):
    (found,) = scan_pdf(made(sheet, [LONG], form), 200)
    assert found == [LONG.link.upper()] * PER_PAGE[form]


def test_a_hundred_links_are_a_hundred_codes():
    found = [text for page in scan_pdf(made(PLAIN, entries(100), "sticker")) for text in page]
    assert sorted(found) == encoded(100)


@pytest.mark.prove
@pytest.mark.parametrize("form", ["sticker", "flyer"])
def test_a_thousand_links_are_a_thousand_codes(form):
    found = [text for page in scan_pdf(made(PLAIN, entries(1000), form)) for text in page]
    assert sorted(found) == encoded(1000)


@pytest.mark.parametrize(
    "title",
    ["Zgarnij 15% zniżki na pączki", "Giảm 50.000 ₫ cho bữa trưa", "Gönnen Sie sich was", "Скидка 20%"],
)
def test_the_words_of_our_languages_are_there(title):
    printed = said(made(Sheet(brand="Żółw Phở", title=title), entries(1), "poster"))
    assert title in " ".join(printed.split())
    assert "Żółw Phở" in printed
    assert "go.brand.com/000000" in printed


def test_the_fonts_are_embedded_and_no_other_is_asked_for():
    content = made(PLAIN, entries(1), "poster")
    assert content.count(b"/FontFile2") == 2
    assert set(re.findall(rb"/FontName /\w+\+([\w-]+)", content)) == {b"DejaVuSans", b"DejaVuSans-Bold"}


def test_a_page_is_as_large_as_its_paper():
    for paper in PAPERS.values():
        sizes = re.findall(
            rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", made(PLAIN, entries(1), "flyer", paper.name)
        )
        assert [float(size) / 72 * 25.4 for size in sizes[0]] == pytest.approx(
            [paper.width, paper.height], abs=0.01
        )


def test_the_same_sheet_is_the_same_file():
    assert made(PLAIN, entries(3), "flyer") == made(PLAIN, entries(3), "flyer")


def test_a_missing_font_is_named(tmp_path):
    with pytest.raises(InvalidRequest, match=r"DejaVuSans\.ttf") as refused:
        render_pdf(PLAIN, lay_out(PLAIN, entries(1), "poster"), tmp_path)
    assert refused.value.field == "fonts"
