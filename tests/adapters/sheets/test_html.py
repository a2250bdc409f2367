"""Sheets as one HTML file."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from tests.adapters.sheets.printer import scan_html
from tests.unit.qr.sheets import HOSTILE, LONG, PLAIN, encoded, entries
from twofold.adapters.sheets.html import render_html
from twofold.assets.print.forms import PRINT_FORMS
from twofold.assets.print.lay_out import lay_out
from twofold.assets.print.sheet import PAPERS, Entry, Sheet

EVERY = {"plain": PLAIN, **HOSTILE}
PER_PAGE = {"poster": 1, "flyer": 4, "table_tent": 2, "sticker": 24}
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body"),
    *("svg", "g", "path", "text", "rect", "line"),
}


def made(sheet: Sheet, wanted: list[Entry], form: str, paper: str = "a4") -> str:
    return render_html(sheet, lay_out(sheet, wanted, form, paper=paper))


@pytest.mark.parametrize("form", PRINT_FORMS)
@pytest.mark.parametrize("sheet", EVERY.values(), ids=EVERY)
def test_a_page_holds_its_words_its_codes_and_nothing_else(sheet, form):
    text = made(sheet, [LONG], form)
    seen = Seen(text)
    assert set(seen.elements) <= ELEMENTS
    assert not [name for name in seen.attributes if name.startswith("on") or name in {"href", "src", "style"}]
    assert "url(" not in text
    assert scan_html(text) == [LONG.link.upper()] * PER_PAGE[form]


@pytest.mark.parametrize("sheet", EVERY.values(), ids=EVERY)
def test_each_page_is_sound_xml(sheet):
    pages = re.findall(r"^<svg .*</svg>$", made(sheet, entries(30), "sticker"), re.MULTILINE)
    assert [ElementTree.fromstring(page).tag for page in pages] == ["svg", "svg"]


def test_markup_in_a_title_is_read_as_words():
    words = Seen(made(HOSTILE["markup"], entries(1), "poster")).words
    assert "<script>alert(1)</script> & Co." in words
    assert "&amp; &#x3c;b>" in words


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_page_is_as_large_as_its_paper(paper):
    text = made(PLAIN, entries(2), "poster", paper.name)
    size = f"{paper.width}mm {paper.height}mm"
    assert f"@page {{ size: {size}; margin: 0 }}" in text
    assert text.count(f'<svg width="{paper.width}mm" height="{paper.height}mm"') == 2


def test_words_that_go_leftwards_say_so():
    text = made(HOSTILE["leftwards"], entries(1), "table_tent")
    assert 'direction="rtl">مطعم القمر</text>' in text
    assert "\u202e" not in text


def test_a_hundred_links_are_a_hundred_codes():
    assert scan_html(made(PLAIN, entries(100), "sticker")) == encoded(100)


@pytest.mark.prove
def test_a_thousand_links_are_a_thousand_codes():
    assert scan_html(made(PLAIN, entries(1000), "flyer")) == encoded(1000)


class Seen(HTMLParser):
    """What a browser would make of it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes.extend(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)
