"""What the pages say."""

from pathlib import Path

import pytest

from tests.fakes.code_pages import PAGES
from tests.fakes.samples import ROOT
from twofold.campaigns.words.speak import LANGUAGES
from twofold.contracts.errors import NotFound
from twofold.entrypoints.dates import in_words
from twofold.entrypoints.pages import SAFE
from twofold.entrypoints.qr import draw_qr


def test_a_day_in_a_language_that_we_lack_is_still_a_day():
    assert in_words("2027-03-02", "it-CH") == "2027-03-02"


@pytest.mark.parametrize(
    ("locale", "day"),
    [("en", "1 March 2027"), ("de", "1. März 2027"), ("fr", "1er mars 2027"), ("pl", "1 marca 2027")],
)
def test_the_first_of_a_month_is_called_as_people_call_it(locale: str, day: str):
    assert in_words("2027-03-01", locale) == day


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_month_has_a_name_of_its_own(locale: str):
    assert len({in_words(f"2027-{month:02}-05", locale) for month in range(1, 13)}) == 12


def test_a_field_that_is_missing_is_not_left_blank():
    with pytest.raises(KeyError):
        PAGES.fill("code.html", {"brand": "x"})


@pytest.mark.parametrize("name", ["../handler.py", "..", "", "landing.html", "/etc/passwd"])
def test_only_static_files_are_served(name: str):
    with pytest.raises(NotFound):
        PAGES.file(name)


def test_every_static_file_has_its_kind():
    kinds = {
        path.name: PAGES.file(path.name)[0] for path in Path(ROOT / "functions/serve_pages/static").iterdir()
    }
    assert kinds
    assert set(kinds.values()) <= {"text/css", "text/javascript", "application/javascript"}


def test_pages_are_not_framed_and_run_nothing_inline():
    policy = SAFE["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy
    assert SAFE["X-Content-Type-Options"] == "nosniff"


def test_a_qr_code_is_a_drawing_of_its_text_alone():
    one, other = draw_qr("https://twofold.example/j/a"), draw_qr("https://twofold.example/j/b")
    assert one == draw_qr("https://twofold.example/j/a")
    assert one != other
    assert "<script" not in draw_qr("<script>alert(1)</script>")
